#include "support/postgres_server.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>

#include "base/ensure.h"

namespace himpun::test {
namespace {

/// The script serves as long as its input is open: it ends with this process, however that ends.
class OwnServer {
 public:
  OwnServer() {
    int input[2];
    int output[2];
    ensure(::pipe2(input, O_CLOEXEC) == 0 && ::pipe2(output, O_CLOEXEC) == 0, "pipes can be made");
    child_ = ::fork();
    ensure(child_ >= 0, "a process can be started");
    if (child_ == 0) {
      ::dup2(input[0], 0);
      ::dup2(output[1], 1);
      ::execl("/bin/bash", "bash", HIMPUN_SOURCE_DIR "/tests/support/with-postgres.sh", nullptr);
      ::_exit(127);
    }
    ::close(input[0]);
    ::close(output[1]);
    hold_ = input[1];
    char byte = 0;
    while (::read(output[0], &byte, 1) == 1 && byte != '\n') where_ += byte;
    ::close(output[0]);
    ensure(where_.starts_with("postgresql://"), "a PostgreSQL server for the tests can be started");
  }
  ~OwnServer() {
    ::close(hold_);
    int status = 0;
    ::waitpid(child_, &status, 0);
  }

  std::string where_;

 private:
  pid_t child_ = -1;
  int hold_ = -1;
};

std::string with_database(std::string const& where, std::string const& name) {
  return where.substr(0, where.rfind('/') + 1) + name;
}

}  // namespace

std::string const& postgres_server() {
  static std::string const where = [] {
    if (char const* given = std::getenv("HIMPUN_TEST_POSTGRES")) return std::string{given};
    static OwnServer const server;
    return server.where_;
  }();
  return where;
}

std::string run_on_postgres(std::string const& where, std::string const& statement) {
  auto* const connection = PQconnectdb(where.c_str());
  ensure(PQstatus(connection) == CONNECTION_OK, PQerrorMessage(connection));
  auto* const result = PQexec(connection, statement.c_str());
  auto const status = PQresultStatus(result);
  ensure(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK, PQresultErrorMessage(result));
  std::string const answer = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
  PQclear(result);
  PQfinish(connection);
  return answer;
}

PostgresDatabase::PostgresDatabase() {
  static std::atomic<int> made{0};
  name_ = "test_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
  run_on_postgres(postgres_server(), "CREATE DATABASE " + name_);
  where_ = with_database(postgres_server(), name_);
}

PostgresDatabase::~PostgresDatabase() {
  run_on_postgres(postgres_server(), "DROP DATABASE " + name_ + " WITH (FORCE)");
}

void PostgresDatabase::cut_connections() const {
  run_on_postgres(
      postgres_server(),
      "SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = '" + name_ + "'");
}

void PostgresDatabase::go_away() const {
  run_on_postgres(postgres_server(), "ALTER DATABASE " + name_ + " ALLOW_CONNECTIONS false");
  cut_connections();
}

void PostgresDatabase::come_back() const {
  run_on_postgres(postgres_server(), "ALTER DATABASE " + name_ + " ALLOW_CONNECTIONS true");
}

}  // namespace himpun::test
