#pragma once
// Streams as states: folds a stream's events into its state, keeps the result for the next time, and seals new events.
// A kept state is used only when its version and hash are still the stream's head, so a rolled-back transaction or
// another node can never leave a wrong one behind. Costly to compile: include it in .cpp files only.

#include <memory>
#include <string>

#include "app/state_cache.h"
#include "base/ensure.h"
#include "core/journal/chain.h"
#include "core/journal/event.h"
#include "core/journal/typed.h"

namespace himpun::app {

/// Envelope and event of a stored row; our own journal is readable, or a promise of ours is broken.
template <class Event>
[[nodiscard]] std::pair<journal::Envelope, Event> read_event(EventRow const& row) {
  auto envelope = journal::parse_envelope(row.bytes);
  ensure(envelope.has_value(), "a stored event can be read");
  auto event = journal::from_data<Event>(envelope->type, envelope->type_version, envelope->data);
  ensure(event.has_value(), "a stored event is known");
  return {std::move(*envelope), std::move(*event)};
}

/// Whether the stream really has this event; a kept state may stem from a transaction that was rolled back.
[[nodiscard]] inline bool has_event(Reader& reader, std::string_view stream, StreamHead const& event) {
  if (event.version == 0) return true;
  auto const rows = reader.events(stream, event.version - 1, 1);
  return !rows.empty() && rows.front().version == event.version && rows.front().hash == event.hash;
}

/// The state of `stream` as `reader` sees it. `Event` is the module's variant; `evolve(state, event, at)` is found by
/// argument-dependent lookup.
template <class Event, class State>
[[nodiscard]] typename StateCache<State>::Entry fold(Reader& reader, std::string_view stream,
                                                     StateCache<State>& cache) {
  auto const head = reader.head(stream);
  auto kept = cache.find(stream);
  if (kept && kept->head == head) return kept;
  bool const goes_on = kept && kept->head.version < head.version && has_event(reader, stream, kept->head);
  auto folded = goes_on ? cache.go_on(stream, std::move(kept)) : std::make_shared<Folded<State>>();
  while (folded->head.version < head.version) {
    auto const rows = reader.events(stream, folded->head.version, 500);
    ensure(!rows.empty(), "a stream has as many events as its head says");
    for (auto const& row : rows) {
      auto const [envelope, event] = read_event<Event>(row);
      evolve(folded->state, event, envelope.at);
      folded->head = {row.version, row.hash};
    }
  }
  cache.put(stream, folded);
  return folded;
}

/// Seals events after `head` into rows, ready to append; moves `head` to the last of them.
template <class Event>
[[nodiscard]] std::vector<EventRow> seal(std::string_view stream, StreamHead& head, std::vector<Event> const& events,
                                         Stamp const& stamp) {
  std::vector<EventRow> rows;
  rows.reserve(events.size());
  journal::Envelope envelope{stamp.agency, std::string{stream}, 0, stamp.at, stamp.actor, {}, 0, {}};
  for (auto const& event : events) {
    auto const text = journal::to_text(event);
    envelope.version = head.version + 1;
    envelope.type = text.type;
    envelope.type_version = text.version;
    auto bytes = journal::to_bytes(envelope, text.data);
    auto const hash = journal::seal(head.hash, bytes);
    head = {head.version + 1, hash};
    rows.push_back({std::string{stream}, head.version, 0, std::move(bytes), hash});
  }
  return rows;
}

}  // namespace himpun::app
