#include "adapters/sqlite/writer.h"

namespace himpun::sqlite {
namespace {

Result<void> unavailable(std::string const& reason) {
  return refuse(app::store_unavailable, {"Basis data menjawab: " + reason, "The database answered: " + reason});
}

}  // namespace

Writer::Writer(Options options, Announce announce)
    : options_(std::move(options)),
      announce_(std::move(announce)),
      queue_(options_.queue_capacity),
      thread_([this] { loop(); }) {}

Writer::~Writer() { stop(); }

void Writer::stop() {
  queue_.stop();
  if (thread_.joinable()) thread_.join();
}

void Writer::loop() {
  for (;;) {
    auto jobs = queue_.take(options_.batch_size);
    if (jobs.empty()) break;
    run(jobs);
  }
  connection_.reset();
}

void Writer::run(std::vector<sql::Job>& jobs) {
  Answers answers;
  try {
    answers = run_together(jobs);
  } catch (app::StoreFailure const&) {
    answers = run_one_by_one(jobs);
  }
  for (std::size_t at = 0; at < jobs.size(); ++at) jobs[at].done(std::move(answers[at]));
}

Writer::Answers Writer::run_one_by_one(std::vector<sql::Job>& jobs) {
  Answers answers;
  std::string locked;
  for (auto& job : jobs) {
    if (!locked.empty()) {  // waiting for the lock anew for each work would hold up everybody
      answers.push_back(unavailable(locked));
      continue;
    }
    try {
      answers.push_back(std::move(run_together(std::span(&job, 1)).front()));
    } catch (DatabaseLocked const& failure) {
      locked = failure.what();
      answers.push_back(unavailable(locked));
    } catch (app::StoreFailure const& failure) {
      connection_.reset();  // after an I/O fault a connection may go on failing although the disk is well again
      answers.push_back(unavailable(failure.what()));
    }
  }
  return answers;
}

Writer::Answers Writer::run_together(std::span<sql::Job> jobs) {
  if (auto answers = try_together(jobs, Undo::none)) return std::move(*answers);
  auto answers = try_together(jobs, Undo::savepoint);
  ensure(answers.has_value(), "with savepoints every refusal can be taken back");
  return std::move(*answers);
}

std::optional<Writer::Answers> Writer::try_together(std::span<sql::Job> jobs, Undo undo) {
  auto& connection = this->connection();
  Transaction transaction(connection, options_.agency);
  Answers answers;
  answers.reserve(jobs.size());
  try {
    connection.say(Connection::Word::begin);
    for (auto& job : jobs) {
      auto answer = run_one(job, transaction, undo);
      if (!answer) {
        connection.roll_back();
        return std::nullopt;
      }
      answers.push_back(std::move(*answer));
    }
    transaction.write_loads();
    connection.say(Connection::Word::commit);
  } catch (...) {
    connection.roll_back();
    throw;
  }
  if (auto const topics = transaction.topics(); !topics.empty()) announce_(topics);
  return answers;
}

std::optional<Result<void>> Writer::run_one(sql::Job& job, Transaction& transaction, Undo undo) {
  auto& connection = *connection_;
  auto const changes = connection.changes();
  if (undo == Undo::savepoint) connection.say(Connection::Word::savepoint);
  Result<void> answer;
  try {
    answer = job.work(transaction);
  } catch (sql::Conflict const&) {
    answer = refuse(app::store_conflict);
  }
  if (answer) {
    transaction.keep_work();
  } else {
    transaction.drop_work();
    if (undo == Undo::none && connection.changes() != changes) return std::nullopt;
    if (undo == Undo::savepoint) connection.say(Connection::Word::roll_back_to);
  }
  if (undo == Undo::savepoint) connection.say(Connection::Word::release);
  return answer;
}

Connection& Writer::connection() {
  if (!connection_) connection_ = std::make_unique<Connection>(options_.path, Access::write);
  return *connection_;
}

}  // namespace himpun::sqlite
