#include "server_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "http_client.h"

namespace himpun::bench {
namespace {

std::string read_line(int pipe) {
  std::string line;
  char c = 0;
  while (::read(pipe, &c, 1) == 1) {
    if (c == '\n') return line;
    line += c;
  }
  throw std::runtime_error("the server did not start");
}

}  // namespace

ServerProcess::ServerProcess(std::string const& program, std::string const& folder) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  auto const started = std::chrono::steady_clock::now();
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(ends[1], 1);
    ::dup2(::open("/dev/null", O_WRONLY), 2);  // its log is no figure
    ::execl(program.c_str(), program.c_str(), "demo", "--data", folder.c_str(), "--port", "0", "--print-json", nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  auto const line = parse_json(read_line(ends[0]));
  ::close(ends[0]);
  auto const url = text_at(*line, "url");
  port_ = std::stoi(url.substr(url.rfind(':') + 1));
  HttpClient{port_}.send("GET", "/healthz", "", "");
  start_milliseconds_ = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
}

ServerProcess::~ServerProcess() { stop(); }

void ServerProcess::stop() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

double ServerProcess::resident_megabytes() const {
  std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024.0;
  }
  return 0;
}

double ServerProcess::cpu_seconds() const {
  std::ifstream stat("/proc/" + std::to_string(pid_) + "/stat");
  std::string fields;
  std::getline(stat, fields);
  std::istringstream rest(fields.substr(fields.rfind(')') + 1));  // the name before may hold spaces
  std::string skipped;
  for (int i = 3; i < 14; ++i) rest >> skipped;
  double user = 0;
  double system = 0;
  rest >> user >> system;
  return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double ServerProcess::settled_megabytes() const {
  std::this_thread::sleep_for(std::chrono::milliseconds{500});
  return resident_megabytes();
}

TemporaryFolder::TemporaryFolder() {
  auto pattern = (std::filesystem::temp_directory_path() / "himpun-bench-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("mkdtemp");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace himpun::bench
