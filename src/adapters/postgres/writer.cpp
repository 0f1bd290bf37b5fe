#include "adapters/postgres/writer.h"

#include "adapters/postgres/channel.h"

namespace himpun::postgres {
namespace {

constexpr int attempts = 5;  ///< of a work that loses races against other transactions

/// The server went away while it was committing: what became of the batch is not known, so it is not run again. Who
/// asks again with the same Idempotency-Key finds out.
struct CommitUnknown : ConnectionLost {
  using ConnectionLost::ConnectionLost;
};
/// A work was refused after it had written, and there is no savepoint to go back to.
struct NeedsSavepoints : std::exception {};

Result<void> unavailable(std::string const& reason) {
  return refuse(app::store_unavailable, {"Basis data menjawab: " + reason, "The database answered: " + reason});
}

}  // namespace

Writers::Writers(Options options, Gate& gate)
    : options_(std::move(options)), gate_(gate), queue_(options_.queue_capacity) {
  auto const channel = channel_of(options_.agency);
  for (int number = 0; number < options_.writers; ++number) {
    threads_.emplace_back([this, channel] {
      Writer writer(options_, gate_, channel);
      for (auto jobs = queue_.take(options_.batch_size); !jobs.empty(); jobs = queue_.take(options_.batch_size)) {
        writer.run(jobs);
      }
    });
  }
}

Writers::~Writers() { stop(); }

void Writers::stop() {
  queue_.stop();
  for (auto& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void Writer::run(std::vector<sql::Job>& jobs) {
  auto answers = answers_for(jobs);
  for (std::size_t at = 0; at < jobs.size(); ++at) jobs[at].done(std::move(answers[at]));
}

Writer::Answers Writer::answers_for(std::vector<sql::Job>& jobs) {
  try {
    try {
      return run_together(jobs, Undo::none);
    } catch (sql::Conflict const&) {
    } catch (NeedsSavepoints const&) {
    }
    return run_together(jobs, Undo::savepoint);
  } catch (CommitUnknown const& failure) {
    return Answers(jobs.size(), unavailable(failure.what()));
  } catch (app::StoreFailure const&) {
  } catch (sql::Conflict const&) {
  }
  return run_one_by_one(jobs);
}

Writer::Answers Writer::run_one_by_one(std::vector<sql::Job>& jobs) {
  Answers answers;
  for (auto& job : jobs) answers.push_back(run_alone(job));
  return answers;
}

Result<void> Writer::run_alone(sql::Job& job) {
  std::string reason;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    try {
      return run_together(std::span(&job, 1), Undo::savepoint).front();
    } catch (sql::Conflict const&) {
      reason = "conflict";
    } catch (Raced const& failure) {
      reason = failure.what();
    } catch (app::StoreFailure const& failure) {
      return unavailable(failure.what());
    }
  }
  return refuse(app::store_conflict, {reason, reason});
}

Writer::Answers Writer::run_together(std::span<sql::Job> jobs, Undo undo) {
  auto& connection = this->connection();
  Transaction transaction(connection, options_.agency);
  Answers answers;
  answers.reserve(jobs.size());
  try {
    connection.say("BEGIN");
    for (auto& job : jobs) {
      answers.push_back(undo == Undo::none ? run_plain(job, transaction) : run_in_savepoint(job, transaction));
    }
    transaction.write_loads();
    announce(transaction.topics());
    connection.finish();
    commit();
  } catch (...) {
    connection.roll_back();
    throw;
  }
  return answers;
}

void Writer::commit() {
  try {
    connection_->say("COMMIT");
    connection_->finish();
  } catch (ConnectionLost const& failure) {
    throw CommitUnknown(failure.what());
  }
}

Result<void> Writer::run_plain(sql::Job& job, Transaction& transaction) {
  auto const writes = connection_->writes();
  transaction.start_work(Transaction::Heads::free);
  auto answer = job.work(transaction);
  if (answer) {
    transaction.keep_work();
    return answer;
  }
  // A stale head may have moved between two reads of this very work; it deserves another try.
  if (answer.error().is(app::store_conflict)) throw sql::Conflict{};
  if (connection_->writes() != writes) throw NeedsSavepoints{};
  transaction.drop_work();
  return answer;
}

Result<void> Writer::run_in_savepoint(sql::Job& job, Transaction& transaction) {
  Result<void> answer;
  auto mode = Transaction::Heads::free;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    answer = try_in_savepoint(job, transaction, mode);
    if (answer || !answer.error().is(app::store_conflict)) return answer;
    mode = Transaction::Heads::locked;
  }
  return answer;
}

Result<void> Writer::try_in_savepoint(sql::Job& job, Transaction& transaction, Transaction::Heads mode) {
  connection_->say("SAVEPOINT work");
  transaction.start_work(mode);
  Result<void> answer;
  try {
    answer = job.work(transaction);
    connection_->finish();
  } catch (sql::Conflict const&) {
    answer = refuse(app::store_conflict);
  }
  if (answer) {
    transaction.keep_work();
  } else {
    transaction.drop_work();
    connection_->say("ROLLBACK TO work");
  }
  connection_->say("RELEASE work");
  return answer;
}

void Writer::announce(std::vector<std::string> const& topics) {
  std::string message;
  auto const send = [&] {
    if (!message.empty()) connection_->execute("topics/announce", channel_, message);
    message.clear();
  };
  for (auto const& topic : topics) {
    if (message.size() + topic.size() + 1 > longest_message) send();
    message += topic + "\n";
  }
  send();
}

Connection& Writer::connection() {
  if (connection_ && !connection_->is_alive()) connection_.reset();
  if (!connection_) connection_ = gate_.connect();
  return *connection_;
}

}  // namespace himpun::postgres
