#include <tuple>

#include "app/office.h"
#include "app/streams.h"

namespace himpun::app {

template <class Event>
Result<StreamHead> Desk::record(std::string_view stream, StreamHead const& head, std::vector<Event> const& events,
                                std::string_view acted_as) {
  auto end = head;
  auto const rows = seal(stream, end, events, stamp(acted_as));
  if (auto ok = transaction.append(stream, head, rows); !ok) return std::unexpected(ok.error());
  return end;
}

template <class... Event>
struct Recordable {
  [[maybe_unused]] static constexpr auto functions = std::make_tuple(&Desk::record<Event>...);
};
// The events of every stream.
template struct Recordable<access::Event, calendar::Event, procedure::Event, performance::CatalogueEvent,
                           performance::CollectionEvent, performance::DecisionEvent, workflow::Event,
                           document::LetterheadEvent, document::PapersEvent, archive::Event, archive::SendingEvent>;

Stamp Sight::stamp(std::string_view acted_as) const {
  journal::Actor actor;
  if (!caller.account.empty()) actor.account = caller.account.value;
  if (caller.person) actor.person = caller.person->value;
  if (!acted_as.empty()) actor.position = std::string{acted_as};
  return {world.agency, now, std::move(actor)};
}

}  // namespace himpun::app
