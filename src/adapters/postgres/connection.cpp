#include "adapters/postgres/connection.h"

#include <poll.h>

#include <cerrno>

#include "adapters/sql/rows.h"
#include "adapters/sql/statements.h"

namespace himpun::postgres {
namespace {

using Steady = std::chrono::steady_clock;

constexpr char const* connect_timeout_s = "3";
constexpr char const* tcp_user_timeout_ms = "5000";
/// A statement is ended by the server after 15 s; when not even that is told after 20 s, nobody is there.
constexpr auto answer_timeout = std::chrono::seconds{20};
constexpr char const* settings =
    "SET statement_timeout = '15s'; SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s';"
    "SET plan_cache_mode = force_generic_plan; SET jit = off; SET client_min_messages = warning;"
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

PGconn* connect(std::string const& where) {
  char const* const keywords[] = {"dbname",
                                  "application_name",
                                  "client_encoding",
                                  "connect_timeout",
                                  "tcp_user_timeout",
                                  "keepalives_idle",
                                  "keepalives_interval",
                                  "keepalives_count",
                                  nullptr};
  char const* const values[] = {where.c_str(), "himpun", "UTF8", connect_timeout_s, tcp_user_timeout_ms, "5",
                                "2",           "3",      nullptr};
  return PQconnectdbParams(keywords, values, 1);  // 1: `dbname` holds a whole connection string
}

std::string trimmed_message(char const* message) {
  std::string text = message ? message : "";
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

}  // namespace

Connection::Connection(std::string const& where) : connection_(connect(where)) {
  if (PQstatus(handle()) != CONNECTION_OK) lose(trimmed_message(PQerrorMessage(handle())));
  PQsetNoticeProcessor(
      handle(), [](void*, char const*) {}, nullptr);
  ResultPtr const set(PQexec(handle(), settings));
  if (PQresultStatus(set.get()) != PGRES_TUPLES_OK) lose(trimmed_message(PQerrorMessage(handle())));
  if (PQsetnonblocking(handle(), 1) != 0 || PQenterPipelineMode(handle()) != 1) lose("pipeline mode");
}

void Connection::send_prepared(std::string_view name, Expect expect, Parameters const& parameters) {
  if (lost_) lose("the connection is lost");
  if (!prepared_[name]) prepare(name);
  check_sent(PQsendQueryPrepared(handle(), std::string{name}.c_str(), parameters.count(), parameters.values(),
                                 parameters.lengths(), parameters.formats(), 1));
  sent_.push_back({expect, nullptr});
}

void Connection::prepare(std::string_view name) {
  auto const text = sql::query_text(name, sql::Dialect::postgres);
  check_sent(PQsendPrepare(handle(), std::string{name}.c_str(), text.c_str(), 0, nullptr));
  prepared_[name] = true;  // taken back when the preparation turns out to have failed
  sent_.push_back({Expect::preparation, &prepared_[name]});
}

void Connection::say(char const* word) {
  if (lost_) lose("the connection is lost");
  check_sent(PQsendQueryParams(handle(), word, 0, nullptr, nullptr, nullptr, nullptr, 1));
  sent_.push_back({Expect::anything, nullptr});
}

void Connection::finish() {
  if (lost_) lose("the connection is lost");
  check_sent(PQpipelineSync(handle()));
  sent_.push_back({Expect::synchronisation, nullptr});
  (void)await_all();
}

Connection::ResultPtr Connection::await_last() {
  check_sent(PQsendFlushRequest(handle()));
  return await_all();
}

Connection::ResultPtr Connection::await_all() {
  ResultPtr last;
  while (!sent_.empty()) {
    auto const sent = sent_.front();
    last = next_result();
    sent_.pop_front();
    // Every statement's results end with a null; a synchronisation is a result of its own.
    if (sent.expect != Expect::synchronisation) (void)next_result();
    examine(sent, last.get());
  }
  return last;
}

Connection::ResultPtr Connection::next_result() {
  auto const deadline = Steady::now() + answer_timeout;
  for (;;) {
    int const unsent = PQflush(handle());
    if (unsent < 0) lose(trimmed_message(PQerrorMessage(handle())));
    if (PQisBusy(handle()) == 0) return ResultPtr(PQgetResult(handle()));
    wait_for_socket(static_cast<short>(unsent > 0 ? POLLIN | POLLOUT : POLLIN), deadline);
    if (PQconsumeInput(handle()) != 1) lose(trimmed_message(PQerrorMessage(handle())));
  }
}

void Connection::wait_for_socket(short events, Steady::time_point deadline) {
  pollfd socket{PQsocket(handle()), events, 0};
  auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Steady::now());
  if (left.count() <= 0) lose("the server does not answer");
  int const ready = ::poll(&socket, 1, static_cast<int>(left.count()));
  if (ready == 0) lose("the server does not answer");
  if (ready < 0 && errno != EINTR) lose("poll");
}

void Connection::examine(Sent const& sent, PGresult const* result) {
  switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_PIPELINE_SYNC:
      break;
    default:
      if (sent.prepared) *sent.prepared = false;
      fail_with(result);
  }
  if (sent.expect == Expect::one_row && std::string_view{PQcmdTuples(const_cast<PGresult*>(result))} != "1") {
    synchronise();
    throw sql::Conflict{};
  }
}

void Connection::fail_with(PGresult const* result) {
  auto const* const field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  std::string const state = field ? field : "";
  auto const message = trimmed_message(PQresultErrorMessage(result)) + " (" + state + ")";
  if (!field || PQstatus(handle()) != CONNECTION_OK || state.starts_with("57P")) lose(message);
  synchronise();
  if (state == "23505" || state == "23503") throw sql::Conflict{};
  if (state == "40001" || state == "40P01") throw Raced(message);
  throw app::StoreFailure(message);
}

void Connection::synchronise() {
  check_sent(PQpipelineSync(handle()));
  sent_.push_back({Expect::synchronisation, nullptr});
  while (!sent_.empty()) {
    auto const sent = sent_.front();
    auto const result = next_result();
    sent_.pop_front();
    if (sent.expect != Expect::synchronisation) (void)next_result();
    if (sent.prepared && PQresultStatus(result.get()) != PGRES_COMMAND_OK) *sent.prepared = false;
    if (!result) lose("the server closed the connection");
  }
}

void Connection::roll_back() noexcept {
  if (lost_) return;
  try {
    synchronise();
    say("ROLLBACK");
    finish();
  } catch (std::exception const&) {
    lost_ = true;
  }
}

void Connection::run_script(std::string const& text) {
  if (PQexitPipelineMode(handle()) != 1) lose("pipeline mode");
  ResultPtr const result(PQexec(handle(), text.c_str()));
  auto const status = PQresultStatus(result.get());
  auto const message = trimmed_message(PQresultErrorMessage(result.get()));
  if (PQstatus(handle()) != CONNECTION_OK || PQenterPipelineMode(handle()) != 1) lose(message);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw app::StoreFailure(message);
}

bool Connection::is_alive() noexcept {
  return !lost_ && PQconsumeInput(handle()) == 1 && PQstatus(handle()) == CONNECTION_OK;
}

void Connection::check_sent(int success) {
  if (success != 1) lose(trimmed_message(PQerrorMessage(handle())));
}

void Connection::lose(std::string const& reason) {
  lost_ = true;
  throw ConnectionLost(reason);
}

}  // namespace himpun::postgres
