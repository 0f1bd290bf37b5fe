#include "app/portable.h"

#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <unordered_map>

#include "app/books.h"
#include "base/base64.h"
#include "base/json_map.h"
#include "core/journal/event.h"

namespace himpun::app {
namespace {

constexpr int events_between_looks = 500;

/// A line of an exported journal: an event, or a checkpoint.
struct EventLine {
  std::string event;
  std::int64_t position = 0;
  std::string previous;
  std::string hash;
  std::optional<std::int64_t> leaf;
  std::string bytes;
};
BOOST_DESCRIBE_STRUCT(EventLine, (), (event, position, previous, hash, leaf, bytes))
struct CheckpointLine {
  std::int64_t size = 0;
  std::string root;
  Instant at{};
  std::string checkpoint;
};
BOOST_DESCRIBE_STRUCT(CheckpointLine, (), (size, root, at, checkpoint))

/// Where an event's line begins, and when its turn is: sealed events in order of their leaves, then the others as they
/// were written.
struct Turn {
  std::int64_t leaf;
  std::int64_t position;
  std::istream::pos_type begin;

  [[nodiscard]] auto order() const { return std::pair{leaf, position}; }
};

std::unexpected<Problem> unreadable(std::string const& line) {
  auto const shown = line.substr(0, 80);
  return refuse(portable_unreadable, {"Baris ini tidak dapat dipakai: " + shown, "This line cannot be used: " + shown});
}

std::optional<Sha256> hash_of(std::string const& hex) {
  auto const bytes = hex.size() == 64 ? parse_hex(hex) : std::nullopt;
  return bytes ? sha256_from_bytes(*bytes) : std::nullopt;
}

class JournalImport {
 public:
  JournalImport(Transaction& transaction, std::istream& lines, std::function<void(std::int64_t)> const& progress)
      : transaction_(transaction), lines_(lines), progress_(progress) {}

  Result<void> run() {
    if (auto ok = look_through(); !ok) return ok;
    std::ranges::sort(turns_, {}, &Turn::order);
    std::int64_t done = 0;
    for (auto const& turn : turns_) {
      if (auto ok = append(turn); !ok) return ok;
      if (++done % events_between_looks != 0) continue;
      (void)transaction_.leaf_count();  // a database that takes writes without answering each answers now
      if (progress_) progress_(done);
    }
    for (auto const& checkpoint : checkpoints_) transaction_.add(checkpoint);
    return {};
  }

 private:
  Result<void> look_through() {
    lines_.clear();
    lines_.seekg(0);
    std::string line;
    for (auto begin = lines_.tellg(); std::getline(lines_, line); begin = lines_.tellg()) {
      auto const json = parse_json(line);
      if (!json) return unreadable(line);
      if (json->find("checkpoint")) {
        if (auto ok = keep_checkpoint(*json, line); !ok) return ok;
        continue;
      }
      auto const event = from_json<EventLine>(*json);
      if (!event) return unreadable(line);
      turns_.push_back({event->leaf.value_or(std::numeric_limits<std::int64_t>::max()), event->position, begin});
    }
    return {};
  }

  Result<void> keep_checkpoint(Json const& json, std::string const& line) {
    auto const read = from_json<CheckpointLine>(json);
    auto const root = read ? hash_of(read->root) : std::nullopt;
    if (!root) return unreadable(line);
    checkpoints_.push_back({read->size, *root, read->checkpoint, read->at});
    return {};
  }

  Result<void> append(Turn const& turn) {
    std::string line;
    lines_.clear();
    lines_.seekg(turn.begin);
    std::getline(lines_, line);
    auto const json = parse_json(line);
    auto const read = json ? from_json<EventLine>(*json) : Result<EventLine>{std::unexpect};
    auto const id = read ? journal::parse_event_id(read->event) : Result<journal::EventId>{std::unexpect};
    auto const hash = read ? hash_of(read->hash) : std::nullopt;
    if (!id || !hash) return unreadable(line);
    auto& head = heads_[id->stream];
    if (id->version != head.version + 1) return unreadable(line);
    if (auto ok = transaction_.append(id->stream, head, {{id->stream, id->version, 0, read->bytes, *hash}}); !ok) {
      return ok;
    }
    head = {id->version, *hash};
    if (read->leaf) transaction_.add({LeafRow{*read->leaf, id->stream, id->version, *hash}});
    return {};
  }

  Transaction& transaction_;
  std::istream& lines_;
  std::function<void(std::int64_t)> const& progress_;
  std::vector<Turn> turns_;
  std::vector<CheckpointRow> checkpoints_;
  std::unordered_map<std::string, StreamHead> heads_;
};

}  // namespace

void export_credentials(Reader& reader, std::function<void(Json const&)> const& line) {
  Books books;
  for (auto const& [id, account] : books.agency(reader)->state.accounts) {
    if (auto const row = reader.find_credential_of(id.value)) line(to_json(*row));
  }
}

Result<void> import_journal(Transaction& transaction, std::istream& lines,
                            std::function<void(std::int64_t)> const& progress) {
  return JournalImport{transaction, lines, progress}.run();
}

Result<void> import_credentials(Transaction& transaction, std::istream& lines) {
  lines.clear();
  lines.seekg(0);
  std::string line;
  while (std::getline(lines, line)) {
    auto const json = parse_json(line);
    auto const row = json ? from_json<CredentialRow>(*json) : Result<CredentialRow>{std::unexpect};
    if (!row) return unreadable(line);
    transaction.put(*row);
  }
  return {};
}

}  // namespace himpun::app
