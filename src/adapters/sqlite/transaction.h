#pragma once
// The rows on SQLite: the shared statements plus `append`. There is one writer, so nothing can move between the
// comparison and the write, and a head that was read stays true for the whole batch.

#include <map>

#include "adapters/sql/rows.h"
#include "adapters/sqlite/connection.h"

namespace himpun::sqlite {

class Transaction final : public sql::Rows<Connection> {
 public:
  using Rows::Rows;

  app::StreamHead head(std::string_view stream) override {
    auto found = heads_.find(stream);
    if (found == heads_.end()) found = heads_.emplace(stream, Rows::head(stream)).first;
    return found->second;
  }

  Result<void> append(std::string_view stream, app::StreamHead const& expected,
                      std::vector<app::EventRow> const& events) override {
    if (events.empty()) return {};
    auto const& last = events.back();
    auto const moved = expected.version == 0
                           ? connection_.execute("streams/add_head", agency_, stream, last.version, last.hash)
                           : connection_.execute("streams/move_head", agency_, stream, last.version, last.hash,
                                                 expected.version, expected.hash);
    if (moved != 1) return refuse(app::store_conflict);
    for (auto const& event : events) run("events/add_event", stream, event.version, event.bytes, event.hash);
    heads_.insert_or_assign(std::string{stream}, app::StreamHead{last.version, last.hash});
    return {};
  }

  /// Forgets what a refused work left, its heads with it.
  void drop_work() {
    Rows::drop_work();
    heads_.clear();
  }

 private:
  std::map<std::string, app::StreamHead, std::less<>> heads_;
};

}  // namespace himpun::sqlite
