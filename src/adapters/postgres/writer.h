#pragma once
// The threads that write, each with its connection, all fed by one queue. A batch is one transaction, sent as a
// pipeline. It first runs without savepoints; when a work is refused after it has written, or another transaction was
// first, the batch is rolled back and runs again with a savepoint for each work, where a work that lost a race runs
// again in its place. A batch that cannot be kept as a whole (deadlock, failing statement) runs one by one. While the
// server is away works are answered at once with `store.unavailable`; when it is back the threads go on.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "adapters/postgres/gate.h"
#include "adapters/postgres/store.h"
#include "adapters/postgres/transaction.h"
#include "adapters/sql/work_queue.h"

namespace himpun::postgres {

class Writers {
 public:
  Writers(Options options, Gate& gate);
  ~Writers();

  void submit(app::Work work, app::Done done) { queue_.submit(std::move(work), std::move(done)); }
  /// Finishes what is queued; called again it does nothing.
  void stop();

 private:
  Options const options_;
  Gate& gate_;
  sql::WorkQueue queue_;
  std::vector<std::thread> threads_;
};

/// One of the threads; on its own it runs batches on its connection.
class Writer {
 public:
  Writer(Options const& options, Gate& gate, std::string channel)
      : options_(options), gate_(gate), channel_(std::move(channel)) {}

  void run(std::vector<sql::Job>& jobs);

 private:
  using Answers = std::vector<Result<void>>;
  enum class Undo : std::uint8_t { none, savepoint };

  Answers answers_for(std::vector<sql::Job>& jobs);
  Answers run_one_by_one(std::vector<sql::Job>& jobs);
  Result<void> run_alone(sql::Job& job);
  /// One transaction. Throws, rolled back, when nothing of it was kept.
  Answers run_together(std::span<sql::Job> jobs, Undo undo);
  Result<void> run_plain(sql::Job& job, Transaction& transaction);
  Result<void> run_in_savepoint(sql::Job& job, Transaction& transaction);
  Result<void> try_in_savepoint(sql::Job& job, Transaction& transaction, Transaction::Heads mode);
  void commit();
  void announce(std::vector<std::string> const& topics);
  Connection& connection();

  Options const& options_;
  Gate& gate_;
  std::string const channel_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace himpun::postgres
