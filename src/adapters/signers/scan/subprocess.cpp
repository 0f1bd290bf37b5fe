#include "adapters/signers/scan/subprocess.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace himpun::signers {
namespace {

using Clock = std::chrono::steady_clock;

/// Between fork and exec: only what is safe there.
[[noreturn]] void become(std::vector<char*> const& arguments, int output, Bounds const& bounds) {
  auto const nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(nothing, STDERR_FILENO);
  rlimit const memory{bounds.memory_bytes, bounds.memory_bytes};
  setrlimit(RLIMIT_AS, &memory);
  rlimit const seconds{static_cast<rlim_t>(bounds.time.count()), static_cast<rlim_t>(bounds.time.count())};
  setrlimit(RLIMIT_CPU, &seconds);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

/// Reads until the end, the deadline or the bound; false when it is not the end.
bool read_all(int from, std::string& output, Bounds const& bounds) {
  auto const deadline = Clock::now() + bounds.time;
  char buffer[4096];
  for (;;) {
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd waiting{from, POLLIN, 0};
    if (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) <= 0) return false;
    auto const got = read(from, buffer, sizeof buffer);
    if (got <= 0) return got == 0;
    output.append(buffer, static_cast<std::size_t>(got));
    if (output.size() > bounds.output_bytes) return false;
  }
}

}  // namespace

std::optional<Finished> run_bounded(std::vector<std::string> const& command, Bounds const& bounds) {
  std::vector<char*> arguments;
  for (auto const& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  auto const child = fork();
  if (child == 0) become(arguments, ends[1], bounds);
  close(ends[1]);
  Finished finished;
  bool const ended = child > 0 && read_all(ends[0], finished.output, bounds);
  close(ends[0]);
  if (child <= 0) return std::nullopt;
  if (!ended) kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  if (!ended || !WIFEXITED(status)) return std::nullopt;
  finished.exit = WEXITSTATUS(status);
  return finished;
}

}  // namespace himpun::signers
