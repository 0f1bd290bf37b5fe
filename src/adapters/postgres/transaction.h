#pragma once
// The rows on PostgreSQL: the shared statements plus `append`. A stale head is refused at once when this transaction
// can see it; a head that another transaction moves meanwhile is found when the results come, as `Conflict`.

#include <map>
#include <string>

#include "adapters/postgres/connection.h"
#include "adapters/sql/rows.h"

namespace himpun::postgres {

class Transaction final : public sql::Rows<Connection> {
 public:
  using Rows::Rows;

  /// How heads are read: a work that has lost a race locks them, so that it cannot lose again.
  enum class Heads : std::uint8_t { free, locked };

  app::StreamHead head(std::string_view stream) override {
    auto const* const name = mode_ == Heads::free ? "streams/find_head" : "streams/lock_head";
    return heads_[std::string{stream}] = one<app::StreamHead>(name, stream).value_or(app::StreamHead{});
  }

  Result<void> append(std::string_view stream, app::StreamHead const& expected,
                      std::vector<app::EventRow> const& events) override {
    if (events.empty()) return {};
    auto const known = heads_.find(std::string{stream});
    auto const current = known == heads_.end() ? head(stream) : known->second;
    if (current != expected) return refuse(app::store_conflict);
    auto const& last = events.back();
    if (expected.version == 0) {
      connection_.execute_one("streams/add_head", agency_, stream, last.version, last.hash);
    } else {
      connection_.execute_one("streams/move_head", agency_, stream, last.version, last.hash, expected.version,
                              expected.hash);
    }
    for (auto const& event : events) run("events/add_event", stream, event.version, event.bytes, event.hash);
    heads_[std::string{stream}] = {last.version, last.hash};
    return {};
  }

  /// What the work before has seen is not what this one may rely on.
  void start_work(Heads mode) {
    heads_.clear();
    mode_ = mode;
  }

 private:
  Heads mode_ = Heads::free;
  std::map<std::string, app::StreamHead> heads_;  ///< as this work has seen or left them
};

}  // namespace himpun::postgres
