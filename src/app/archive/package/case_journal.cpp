#include "app/archive/package/case_journal.h"

#include <algorithm>
#include <array>

#include "app/desks/journal_desk.h"
#include "base/ensure.h"
#include "core/journal/chain.h"
#include "core/journal/proof.h"
#include "core/journal/range_roots.h"

namespace himpun::app {
namespace {

constexpr int events_per_page = 500;
constexpr int leaves_per_page = 5000;

struct SealedRow {
  EventRow row;
  Sha256 previous{};
  std::int64_t leaf = 0;
};

std::unexpected<Problem> refuse_unsealed() {
  return refuse(not_yet_sealed, {"Kejadian terakhir berkas ini disegel paling lambat satu menit lagi; ulangi setelah itu.",
                                 "The last events of this case are sealed within a minute; try again then."});
}

/// Appends the events of a stream up to `last` (0: all).
Result<void> read_stream(Reader& reader, std::string const& stream, std::int64_t last, std::vector<SealedRow>& all) {
  auto previous = journal::no_event;
  for (std::int64_t version = 0;;) {
    auto rows = reader.events(stream, version, events_per_page);
    for (auto& row : rows) {
      if (last > 0 && row.version > last) return {};
      auto const leaf = reader.find_leaf(stream, row.version);
      if (!leaf) return refuse_unsealed();
      auto const hash = row.hash;
      version = row.version;
      all.push_back({std::move(row), previous, leaf->leaf});
      previous = hash;
    }
    if (std::ssize(rows) < events_per_page) return {};
  }
}

/// The event with which the procedure came to the version that the case runs.
std::int64_t adoption_of(Reader& reader, std::string const& stream, std::int64_t procedure_version) {
  for (auto const& row : reader.events(stream, 0, events_per_page)) {
    auto const envelope = journal::parse_envelope(row.bytes);
    if (!envelope || envelope->type != procedure::ProcedureAdopted::event_name) continue;
    auto const* number = envelope->data.find("number");
    if (number && *number == Json{procedure_version}) return row.version;
  }
  return 1;
}

journal::RangeRoots roots_for(Reader& reader, std::vector<SealedRow> const& events, std::int64_t size) {
  journal::RangeRoots roots{static_cast<std::uint64_t>(size)};
  for (auto const& each : events) {
    roots.want(journal::inclusion_ranges(static_cast<std::uint64_t>(each.leaf), static_cast<std::uint64_t>(size)));
  }
  for (std::int64_t next = 0; next < size;) {
    auto const leaves = reader.leaves(next, static_cast<int>(std::min<std::int64_t>(leaves_per_page, size - next)));
    ensure(!leaves.empty(), "leaves have no gaps");
    for (auto const& leaf : leaves) roots.append(journal::leaf_hash(leaf.hash));
    next = leaves.back().leaf + 1;
  }
  return roots;
}

std::string event_line(SealedRow const& each) {
  return write_json(Json{}
                        .add("event", journal::to_text(journal::EventId{each.row.stream, each.row.version}))
                        .add("position", each.row.position)
                        .add("previous", to_hex(each.previous))
                        .add("hash", to_hex(each.row.hash))
                        .add("leaf", each.leaf)
                        .add("bytes", each.row.bytes)) +
         "\n";
}

}  // namespace

std::vector<std::string> streams_of_case(Reader& reader, std::string_view case_id) {
  constexpr std::array prefixes{"case/", "collection/", "distribution/", "papers/", "signing/"};
  std::vector<std::string> streams;
  for (auto const* prefix : prefixes) {
    auto stream = prefix + std::string{case_id};
    if (reader.head(stream).version > 0) streams.push_back(std::move(stream));
  }
  return streams;
}

Result<CaseJournal> collect_case_journal(Sight& sight, workflow::Case const& file) {
  auto& reader = sight.reader;
  std::vector<SealedRow> events;
  CaseJournal found;
  for (auto const& stream : streams_of_case(reader, file.id.value)) {
    if (auto ok = read_stream(reader, stream, 0, events); !ok) return std::unexpected(ok.error());
  }
  for (auto const& each : events) {
    found.own.push_back(each.row);
    if (auto const envelope = journal::parse_envelope(each.row.bytes)) {
      found.last_at = std::max(found.last_at, envelope->at);
    }
  }
  auto const procedure = procedure_stream(file.procedure.value);
  auto const adoption = adoption_of(reader, procedure, file.procedure_version);
  if (auto ok = read_stream(reader, procedure, adoption, events); !ok) return std::unexpected(ok.error());
  if (auto ok = read_stream(reader, "keys", 1, events); !ok) return std::unexpected(ok.error());
  std::int64_t last_leaf = -1;
  for (auto const& each : events) last_leaf = std::max(last_leaf, each.leaf);
  auto const checkpoints = reader.checkpoints_above(last_leaf, 1);
  if (checkpoints.empty()) return refuse_unsealed();
  auto const& checkpoint = checkpoints.front();
  auto const roots = roots_for(reader, events, checkpoint.size);
  auto const key = note_key_of(sight.world.key);
  for (auto const& each : events) {
    journal::ProofParts parts{{each.row.stream, each.row.version},
                              each.row.bytes,
                              each.previous,
                              static_cast<std::uint64_t>(each.leaf),
                              journal::inclusion_proof(static_cast<std::uint64_t>(each.leaf),
                                                       static_cast<std::uint64_t>(checkpoint.size),
                                                       [&](journal::LeafRange range) { return roots.root_of(range); }),
                              checkpoint.note,
                              key};
    found.events += event_line(each);
    found.proofs += write_json(to_json(journal::make_proof(parts))) + "\n";
  }
  found.checkpoint = checkpoint.note;
  found.key = journal::to_text(key) + "\n";
  return found;
}

}  // namespace himpun::app
