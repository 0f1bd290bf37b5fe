#include "app/figures/event_spool.h"

#include "base/ensure.h"

namespace himpun::app {
namespace {

constexpr std::size_t piece_bytes = 1 << 20;

void fail(std::string const& path) { throw StoreFailure("the scratch file " + path + " cannot be used"); }

}  // namespace

EventSpool::EventSpool(World const& world, std::string stream, StreamHead head)
    : stream_(std::move(stream)), before_(head), head_(head), file_(world), out_(file_.path(), std::ios::binary) {
  if (!out_) fail(file_.path());
}

// A record: length (8 bytes), hash (32 bytes), the event's bytes.
void EventSpool::add(std::vector<EventRow> const& rows) {
  for (auto const& row : rows) {
    auto const length = static_cast<std::uint64_t>(row.bytes.size());
    out_.write(reinterpret_cast<char const*>(&length), sizeof length);
    out_.write(reinterpret_cast<char const*>(row.hash.data()), static_cast<std::streamsize>(row.hash.size()));
    out_.write(row.bytes.data(), static_cast<std::streamsize>(row.bytes.size()));
    head_ = {row.version, row.hash};
  }
  if (!out_) fail(file_.path());
}

std::vector<EventRow> EventSpool::read_piece(std::ifstream& in, StreamHead const& after) const {
  std::vector<EventRow> rows;
  std::size_t bytes = 0;
  auto version = after.version;
  while (version < head_.version && bytes < piece_bytes) {
    std::uint64_t length = 0;
    EventRow row{stream_, ++version, 0, {}, {}};
    in.read(reinterpret_cast<char*>(&length), sizeof length);
    in.read(reinterpret_cast<char*>(row.hash.data()), static_cast<std::streamsize>(row.hash.size()));
    row.bytes.resize(length);
    in.read(row.bytes.data(), static_cast<std::streamsize>(length));
    if (!in) fail(file_.path());
    bytes += length;
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<void> EventSpool::append_to(Transaction& transaction) {
  out_.flush();
  std::ifstream in(file_.path(), std::ios::binary);
  if (!in || !out_) fail(file_.path());
  auto at = before_;
  while (at.version < head_.version) {
    auto const rows = read_piece(in, at);
    if (auto ok = transaction.append(stream_, at, rows); !ok) return ok;
    at = {rows.back().version, rows.back().hash};
  }
  ensure(at == head_, "a spool ends where it was told to");
  return {};
}

}  // namespace himpun::app
