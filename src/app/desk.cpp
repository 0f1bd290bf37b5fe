#include "app/office.h"
#include "app/streams.h"

namespace himpun::app {
namespace {

template <class Event>
Result<StreamHead> append(Desk& desk, std::string_view stream, StreamHead const& head, std::vector<Event> const& events,
                          std::string_view acted_as = {}) {
  auto end = head;
  auto const rows = seal(stream, end, events, desk.stamp(acted_as));
  if (auto ok = desk.transaction.append(stream, head, rows); !ok) return std::unexpected(ok.error());
  return end;
}

}  // namespace

Result<StreamHead> Desk::record(std::string_view stream, StreamHead const& head,
                                std::vector<access::Event> const& events) {
  return append(*this, stream, head, events);
}

Result<StreamHead> Desk::record(std::string_view stream, StreamHead const& head,
                                std::vector<calendar::Event> const& events) {
  return append(*this, stream, head, events);
}

Result<StreamHead> Desk::record(std::string_view stream, StreamHead const& head,
                                std::vector<procedure::Event> const& events) {
  return append(*this, stream, head, events);
}

Result<StreamHead> Desk::record(std::string_view stream, StreamHead const& head,
                                std::vector<performance::CatalogueEvent> const& events) {
  return append(*this, stream, head, events);
}

Result<StreamHead> Desk::record(std::string_view stream, StreamHead const& head,
                                std::vector<performance::CollectionEvent> const& events, std::string_view acted_as) {
  return append(*this, stream, head, events, acted_as);
}

Result<StreamHead> Desk::record(std::string_view stream, StreamHead const& head,
                                std::vector<archive::Event> const& events) {
  return append(*this, stream, head, events);
}

Result<StreamHead> Desk::record(std::string_view stream, StreamHead const& head,
                                std::vector<archive::SendingEvent> const& events) {
  return append(*this, stream, head, events);
}

Result<StreamHead> Desk::record(std::string_view stream, StreamHead const& head,
                                std::vector<workflow::Event> const& events, std::string_view acted_as) {
  return append(*this, stream, head, events, acted_as);
}

Stamp Desk::stamp(std::string_view acted_as) const {
  journal::Actor actor;
  if (!caller.account.empty()) actor.account = caller.account.value;
  if (caller.person) actor.person = caller.person->value;
  if (!acted_as.empty()) actor.position = std::string{acted_as};
  return {world.agency, now, std::move(actor)};
}

}  // namespace himpun::app
