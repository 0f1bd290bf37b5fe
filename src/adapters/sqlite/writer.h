#pragma once
// The one thread that writes: takes what is queued, runs it in one transaction, commits, and only then answers.
// A refusal almost always comes before the first write of its work, so a batch first runs without savepoints, which
// would copy every page a work touches; when a work is refused after it has written, the batch is rolled back and runs
// again with a savepoint for each work. When a batch fails (disk full, read-only, I/O) it is rolled back and its works
// run again one by one; the thread goes on, with a fresh connection, and works again when the disk does.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "adapters/sql/work_queue.h"
#include "adapters/sqlite/store.h"
#include "adapters/sqlite/transaction.h"

namespace himpun::sqlite {

class Writer {
 public:
  using Announce = std::function<void(std::vector<std::string> const&)>;

  /// Starts the thread. `announce` hears the topics of each commit, on that thread.
  Writer(Options options, Announce announce);
  ~Writer();

  void submit(app::Work work, app::Done done) { queue_.submit(std::move(work), std::move(done)); }
  /// Finishes what is queued; called again it does nothing.
  void stop();

 private:
  using Answers = std::vector<Result<void>>;
  enum class Undo : std::uint8_t { none, savepoint };

  void loop();
  void run(std::vector<sql::Job>& jobs);
  Answers run_together(std::span<sql::Job> jobs);
  /// Runs jobs in one transaction. Throws `StoreFailure`, rolled back, when nothing of it was kept; returns nothing,
  /// rolled back, when a work was refused after it had written and there was no savepoint.
  std::optional<Answers> try_together(std::span<sql::Job> jobs, Undo undo);
  Answers run_one_by_one(std::vector<sql::Job>& jobs);
  /// Nothing: the work is refused and what it wrote cannot be taken back alone.
  std::optional<Result<void>> run_one(sql::Job& job, Transaction& transaction, Undo undo);
  Connection& connection();

  Options const options_;
  Announce const announce_;
  sql::WorkQueue queue_;
  std::unique_ptr<Connection> connection_;
  std::thread thread_;
};

}  // namespace himpun::sqlite
