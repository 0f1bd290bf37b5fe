#include "app/signing/signing_room.h"

#include "app/streams.h"

namespace himpun::app {
namespace {

template <class Event>
Result<StreamHead> append(Desk& desk, std::string_view stream, StreamHead const& head, std::vector<Event> const& events,
                          std::string_view acted_as) {
  auto end = head;
  auto const rows = seal(stream, end, events, desk.stamp(acted_as));
  if (auto ok = desk.transaction.append(stream, head, rows); !ok) return std::unexpected(ok.error());
  return end;
}

}  // namespace

SigningRoom::Signers SigningRoom::signers(Reader& reader) {
  return fold<signing::SignersEvent>(reader, signers_stream, signers_);
}

SigningRoom::Signing SigningRoom::signing(Reader& reader, std::string_view case_id) {
  return fold<signing::CaseSigningEvent>(reader, signing_stream(case_id), signings_);
}

TrustedSigners SigningRoom::trusted() {
  TrustedSigners trusted;
  world().store.read([&](Reader& reader) {
    auto const known = signers(reader);
    trusted.anchors = known->state.anchors;
    if (!known->state.authority.empty()) trusted.anchors.push_back(known->state.authority);
    if (!known->state.revocation_list.empty()) trusted.revocation_lists.push_back(known->state.revocation_list);
  });
  return trusted;
}

Result<StreamHead> SigningRoom::record(Desk& desk, StreamHead const& head,
                                       std::vector<signing::SignersEvent> const& events) {
  return append(desk, signers_stream, head, events, {});
}

Result<StreamHead> SigningRoom::record(Desk& desk, std::string_view case_id,
                                       std::vector<signing::CaseSigningEvent> const& events,
                                       std::string_view acted_as) {
  auto const stream = signing_stream(case_id);
  return append(desk, stream, desk.reader.head(stream), events, acted_as);
}

}  // namespace himpun::app
