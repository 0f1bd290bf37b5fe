#include "app/desks/journal_desk.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "app/views/by_view.h"
#include "app/views/event_words.h"
#include "base/ensure.h"
#include "core/journal/chain.h"

namespace himpun::app {
namespace {

constexpr auto beyond_all = std::numeric_limits<std::int64_t>::max();
constexpr int leaves_per_page = 5000;

Result<std::int64_t> place_of(std::string const& cursor) {
  if (cursor.empty()) return beyond_all;
  std::int64_t place = 0;
  auto const [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), place);
  if (error != std::errc{} || end != cursor.data() + cursor.size()) return std::unexpected(unknown_cursor());
  return place;
}

/// The last events of a stream below version `before`, newest first.
std::vector<EventRow> stream_backwards(Reader& reader, std::string const& stream, std::int64_t before, int limit) {
  auto const last = std::min(before - 1, reader.head(stream).version);
  auto const first = std::max<std::int64_t>(last - limit + 1, 1);
  if (last < first) return {};
  auto rows = reader.events(stream, first - 1, static_cast<int>(last - first + 1));
  std::ranges::reverse(rows);
  return rows;
}

Json entry_view(Sight& sight, EventRow const& row, Language language) {
  auto const envelope = journal::parse_envelope(row.bytes);
  Json json;
  json.add("event", journal::to_text(journal::EventId{row.stream, row.version}))
      .add("position", row.position)
      .add("stream", row.stream)
      .add("version", row.version);
  if (envelope) {
    json.add("at", to_text(envelope->at))
        .add("by", by_view(*envelope, sight.agency()))
        .add("type", envelope->type)
        .add("words", say(words_of(*envelope, sight.agency()), language));
  } else {
    // Somebody tampered with the stored bytes: show them all the same, the verification names the fault.
    json.add("at", to_text(Instant{}))
        .add("by", Json{}.add("name", "?"))
        .add("type", "?")
        .add("words", say({"Catatan ini tidak dapat dibaca.", "This record cannot be read."}, language));
  }
  json.add("hash", to_hex(row.hash)).add("bytes", row.bytes);
  if (auto const leaf = sight.reader.find_leaf(row.stream, row.version)) json.add("leaf", leaf->leaf);
  return json;
}

Json checkpoint_view(CheckpointRow const& row) {
  return Json{}.add("size", row.size).add("root", to_hex(row.root)).add("at", to_text(row.at)).add("note", row.note);
}

/// Cuts the one row too many that shows whether there is a next page.
template <class Row>
bool has_more(std::vector<Row>& rows, int limit) {
  bool const more = std::ssize(rows) > limit;
  if (more) rows.resize(static_cast<std::size_t>(limit));
  return more;
}

Sha256 root_of_range(Reader& reader, journal::LeafRange range) {
  journal::MerkleTree tree;
  auto next = static_cast<std::int64_t>(range.first);
  auto const last = static_cast<std::int64_t>(range.last);
  while (next < last) {
    auto const leaves = reader.leaves(next, static_cast<int>(std::min<std::int64_t>(leaves_per_page, last - next)));
    ensure(!leaves.empty(), "leaves have no gaps");
    for (auto const& leaf : leaves) tree.append(journal::leaf_hash(leaf.hash));
    next = leaves.back().leaf + 1;
  }
  return tree.root();
}

}  // namespace

Result<Json> list_journal(Sight& sight, JournalQuery const& query, Language language) {
  if (auto ok = require_auditor(sight); !ok) return std::unexpected(ok.error());
  auto const before = place_of(query.page.after);
  if (!before) return std::unexpected(before.error());
  auto const wanted = query.page.limit + 1;
  auto rows = query.stream.empty() ? sight.reader.journal_backwards(*before, wanted)
                                   : stream_backwards(sight.reader, query.stream, *before, wanted);
  bool const more = has_more(rows, query.page.limit);
  Json::Array items;
  for (auto const& row : rows) items.push_back(entry_view(sight, row, language));
  Json page;
  page.add("items", std::move(items));
  if (more) page.add("next", std::to_string(query.stream.empty() ? rows.back().position : rows.back().version));
  return page;
}

Result<Json> list_checkpoints(Sight& sight, PageQuery const& query) {
  if (auto ok = require_auditor(sight); !ok) return std::unexpected(ok.error());
  auto const below = place_of(query.after);
  if (!below) return std::unexpected(below.error());
  auto rows = sight.reader.checkpoints_below(*below, query.limit + 1);
  bool const more = has_more(rows, query.limit);
  Json::Array items;
  for (auto const& row : rows) items.push_back(checkpoint_view(row));
  Json page;
  page.add("items", std::move(items));
  if (more) page.add("next", std::to_string(rows.back().size));
  return page.add("key", journal::to_text(note_key_of(sight.world.key)));
}

Result<journal::ProofParts> find_proof(Reader& reader, journal::NoteKey const& key, std::string_view event) {
  auto const id = journal::parse_event_id(event);
  if (!id) return std::unexpected(id.error());
  auto const rows = reader.events(id->stream, std::max<std::int64_t>(id->version - 2, 0), id->version == 1 ? 1 : 2);
  if (rows.empty() || rows.back().version != id->version) return refuse(journal_event_missing);
  auto const leaf = reader.find_leaf(id->stream, id->version);
  auto const newest = reader.checkpoints_below(beyond_all, 1);
  if (!leaf || newest.empty() || newest.front().size <= leaf->leaf) {
    return refuse(not_yet_sealed, {"Titik periksa berikutnya dibuat paling lambat satu menit lagi; ulangi setelah itu.",
                                   "The next checkpoint comes within a minute; try again then."});
  }
  journal::ProofParts parts{*id, rows.back().bytes, {}, static_cast<std::uint64_t>(leaf->leaf), {}, {}, key};
  if (id->version > 1) parts.previous = rows.front().hash;
  parts.path = journal::inclusion_proof(parts.leaf, static_cast<std::uint64_t>(newest.front().size),
                                        [&](journal::LeafRange range) { return root_of_range(reader, range); });
  parts.note = newest.front().note;
  return parts;
}

Result<Json> prove_event(Sight& sight, std::string_view event) {
  if (auto ok = require_auditor(sight); !ok) return std::unexpected(ok.error());
  auto const parts = find_proof(sight.reader, note_key_of(sight.world.key), event);
  if (!parts) return std::unexpected(parts.error());
  auto const proof = journal::make_proof(*parts);
  auto const checkpoint = journal::open_checkpoint(parts->note, parts->key, trust_in(sight.world).verify);
  if (!checkpoint) return std::unexpected(checkpoint.error());
  return Json{}
      .add("event", proof.event)
      .add("bytes", proof.bytes)
      .add("previous_hash", proof.previous)
      .add("hash", proof.hash)
      .add("leaf", proof.leaf)
      .add("size", static_cast<std::int64_t>(checkpoint->size))
      .add("hashes", to_json(proof.path))
      .add("root", to_hex(checkpoint->root))
      .add("note", proof.checkpoint)
      .add("key", proof.key);
}

Trust trust_in(World const& world) {
  return {world.agency, note_key_of(world.key),
          [&key = world.key](std::string_view public_key, std::string_view message, std::string_view signature) {
            return key.verify(public_key, message, signature);
          }};
}

Json verdict_view(Verdict const& verdict, Language language) {
  Json json;
  json.add("ok", verdict.ok())
      .add("streams", verdict.streams)
      .add("events", verdict.events)
      .add("checkpoints", verdict.checkpoints);
  if (auto const& bad = verdict.first_bad) {
    Json first;
    if (!bad->event.empty()) first.add("event", bad->event);
    json.add("first_bad", first.add("reason", say(bad->reason, language)));
  }
  return json;
}

Result<Json> show_verification(Sight& sight, Language language) {
  if (auto ok = require_auditor(sight); !ok) return std::unexpected(ok.error());
  return verdict_view(verify_journal(sight.reader, trust_in(sight.world)), language);
}

namespace {

void export_stream(Reader& reader, std::string const& stream, std::function<void(Json const&)> const& line) {
  constexpr int events_per_page = 500;
  auto previous = journal::no_event;
  for (std::int64_t version = 0;;) {
    auto const rows = reader.events(stream, version, events_per_page);
    for (auto const& row : rows) {
      Json json;
      json.add("event", journal::to_text(journal::EventId{stream, row.version}))
          .add("position", row.position)
          .add("previous", to_hex(previous))
          .add("hash", to_hex(row.hash));
      if (auto const leaf = reader.find_leaf(stream, row.version)) json.add("leaf", leaf->leaf);
      line(json.add("bytes", row.bytes));
      previous = row.hash;
      version = row.version;
    }
    if (std::ssize(rows) < events_per_page) return;
  }
}

}  // namespace

void export_journal(Reader& reader, std::function<void(Json const&)> const& line) {
  constexpr int streams_per_page = 1000;
  constexpr int checkpoints_per_page = 100;
  for (auto names = reader.streams("", "", streams_per_page); !names.empty();
       names = reader.streams("", names.back(), streams_per_page)) {
    for (auto const& name : names) export_stream(reader, name, line);
  }
  for (auto rows = reader.checkpoints_above(-1, checkpoints_per_page); !rows.empty();
       rows = reader.checkpoints_above(rows.back().size, checkpoints_per_page)) {
    for (auto const& row : rows) {
      line(Json{}
               .add("size", row.size)
               .add("root", to_hex(row.root))
               .add("at", to_text(row.at))
               .add("checkpoint", row.note));
    }
  }
}

}  // namespace himpun::app
