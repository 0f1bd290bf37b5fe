#include "adapters/pdf/bounded_process.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <optional>
#include <string_view>
#include <thread>

#include "app/ports/store.h"

namespace himpun::pdf {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t most_complaint = 2000;
constexpr int setup_failed = 126;

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
#error "say which system calls open a network connection on this machine"
#endif

/// Nothing that opens a connection, looks into other processes, or does either by a back door.
std::vector<sock_filter> network_filter() {
  auto const refusal = [](std::uint32_t number) {
    return std::array{sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
                      sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)};
  };
  std::vector<sock_filter> program{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
                                   BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
                                   BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
                                   BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
                                   BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
                                   BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)};
  for (auto const number : {SYS_socket, SYS_socketpair, SYS_io_uring_setup, SYS_ptrace, SYS_process_vm_readv}) {
    for (auto const& step : refusal(static_cast<std::uint32_t>(number))) program.push_back(step);
  }
  program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  return program;
}

bool obey(std::vector<sock_filter>& program) {
  sock_fprog const filter{static_cast<unsigned short>(program.size()), program.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

bool limit(int what, std::uint64_t most) {
  rlimit const bound{most, most};
  return setrlimit(static_cast<__rlimit_resource>(what), &bound) == 0;
}

std::vector<char*> pointers_to(std::vector<std::string> const& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (auto const& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

struct Pipe {
  int read = -1;
  int write = -1;

  Pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw app::StoreFailure("pipe");
    read = ends[0];
    write = ends[1];
  }
  Pipe(Pipe const&) = delete;
  Pipe& operator=(Pipe const&) = delete;
  ~Pipe() {
    ::close(read);
    close_write();
  }
  void close_write() {
    if (write >= 0) ::close(write);
    write = -1;
  }
};

/// In the child, between fork and exec: only calls that are allowed there; memory was asked for before.
[[noreturn]] void become(Command const& command, Limits const& limits, std::vector<char*> const& words,
                         std::vector<char*> const& environment, std::vector<sock_filter>& filter, int errors) {
  auto const seconds = static_cast<std::uint64_t>(limits.time.count() / 1000 + 1);
  int const nothing = open("/dev/null", O_RDWR);
  bool const is_ready = setpgid(0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 &&
                        chdir(command.folder.c_str()) == 0 && dup2(nothing, 0) == 0 && dup2(nothing, 1) == 1 &&
                        dup2(errors, 2) == 2 && close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0 &&
                        limit(RLIMIT_CPU, seconds) && limit(RLIMIT_AS, limits.memory_bytes) &&
                        limit(RLIMIT_FSIZE, limits.file_bytes) && limit(RLIMIT_NOFILE, 64) && limit(RLIMIT_CORE, 0) &&
                        obey(filter);
  if (is_ready) execve(words[0], words.data(), environment.data());
  _exit(setup_failed);
}

/// Keeps the end of what is written.
void keep(std::string& complaint, std::string_view more) {
  complaint += more;
  if (complaint.size() > most_complaint) complaint.erase(0, complaint.size() - most_complaint);
}

/// Reads until the other end is closed; false when time is over first.
bool listen_until(Steady::time_point deadline, int from, std::string& complaint) {
  std::array<char, 4096> buffer{};
  for (;;) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Steady::now()).count();
    if (left <= 0) return false;
    pollfd waiting{from, POLLIN, 0};
    int const ready = poll(&waiting, 1, static_cast<int>(left));
    if (ready < 0 && errno != EINTR) return false;
    if (ready <= 0) continue;
    auto const got = read(from, buffer.data(), buffer.size());
    if (got <= 0) return true;
    keep(complaint, {buffer.data(), static_cast<std::size_t>(got)});
  }
}

/// Its status; nothing when time is over first.
std::optional<int> wait_until(Steady::time_point deadline, pid_t child) {
  for (;;) {
    int status = 0;
    if (waitpid(child, &status, WNOHANG) == child) return status;
    if (Steady::now() >= deadline) return std::nullopt;
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
  }
}

}  // namespace

Outcome run_bounded(Command const& command, Limits const& limits) {
  Pipe errors;
  auto const words = pointers_to(command.words);
  auto const environment = pointers_to(command.environment);
  auto filter = network_filter();
  auto const child = fork();
  if (child < 0) throw app::StoreFailure("fork");
  if (child == 0) become(command, limits, words, environment, filter, errors.write);
  setpgid(child, child);  // whoever of the two is first
  errors.close_write();
  Outcome outcome;
  auto const deadline = Steady::now() + limits.time;
  std::optional<int> status;
  if (listen_until(deadline, errors.read, outcome.complaint)) status = wait_until(deadline, child);
  kill(-child, SIGKILL);  // what it may have started, and itself when it is late
  if (!status) {
    int late = 0;
    waitpid(child, &late, 0);
    outcome.end = End::timed_out;
  } else {
    outcome.end = WIFEXITED(*status) && WEXITSTATUS(*status) == 0 ? End::done : End::failed;
  }
  return outcome;
}

}  // namespace himpun::pdf
