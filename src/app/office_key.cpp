#include "app/office_key.h"

#include "app/streams.h"
#include "core/journal/key_record.h"

namespace himpun::app {

std::optional<journal::NoteKey> recorded_key(Reader& reader) {
  auto const rows = reader.events(journal::key_stream, 0, 1);
  if (rows.empty()) return std::nullopt;
  auto const event = std::get<journal::KeyRecorded>(read_event<journal::KeyEvent>(rows.front()).second);
  auto const key = journal::parse_note_key(event.key);
  ensure(key.has_value(), "a recorded key can be read");
  return *key;
}

Result<journal::NoteKey> record_key(Store& store, journal::NoteKey const& key, Stamp const& stamp) {
  auto recorded = key;
  auto const done = store.transact([&](Transaction& transaction) -> Result<void> {
    if (auto const known = recorded_key(transaction)) {
      recorded = *known;
      return {};
    }
    recorded = key;
    StreamHead head;
    std::vector<journal::KeyEvent> const events{journal::KeyRecorded{journal::to_text(key)}};
    return transaction.append(journal::key_stream, {}, seal(journal::key_stream, head, events, stamp));
  });
  if (done) return recorded;
  if (!done.error().is(store_conflict)) return std::unexpected(done.error());
  std::optional<journal::NoteKey> known;
  store.read([&](Reader& reader) { known = recorded_key(reader); });
  ensure(known.has_value(), "whoever was first has recorded a key");
  return *known;
}

}  // namespace himpun::app
