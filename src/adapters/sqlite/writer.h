#pragma once
// The one thread that writes: takes what is queued, runs it in one transaction with a savepoint for each work, commits,
// and only then answers. When a batch fails (disk full, read-only, I/O) it is rolled back and its works run again one
// by one; the thread goes on, with a fresh connection, and works again when the disk does.

#include <functional>
#include <memory>
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

  void loop();
  void run(std::vector<sql::Job>& jobs);
  /// Runs jobs in one transaction. Throws `StoreFailure`, rolled back, when nothing of it was kept.
  Answers run_together(std::span<sql::Job> jobs);
  Answers run_one_by_one(std::vector<sql::Job>& jobs);
  Result<void> run_in_savepoint(sql::Job& job, Transaction& transaction);
  Connection& connection();

  Options const options_;
  Announce const announce_;
  sql::WorkQueue queue_;
  std::unique_ptr<Connection> connection_;
  std::thread thread_;
};

}  // namespace himpun::sqlite
