#include "fibers.h"

#include <sys/epoll.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <vector>

namespace himpun::bench {
namespace {

constexpr std::size_t stack_bytes = 512 * 1024;  // reserved; only what is touched is taken

class Stack {
 public:
  Stack() : memory_(::mmap(nullptr, stack_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) {
    if (memory_ == MAP_FAILED) throw std::bad_alloc{};
  }
  Stack(Stack const&) = delete;
  Stack& operator=(Stack const&) = delete;
  ~Stack() { ::munmap(memory_, stack_bytes); }

  [[nodiscard]] void* memory() const { return memory_; }

 private:
  void* memory_;
};

class Loop;
thread_local Loop* current = nullptr;

class Loop {
 public:
  explicit Loop(std::function<void(std::size_t)> const& body) : body_(body), poll_(::epoll_create1(EPOLL_CLOEXEC)) {}
  Loop(Loop const&) = delete;
  Loop& operator=(Loop const&) = delete;
  ~Loop() { ::close(poll_); }

  void run(std::size_t count) {
    current = this;
    for (std::size_t number = 0; number < count; ++number) begin(number);
    while (running_ > 0) wake_readable();
    current = nullptr;
    if (failure_) std::rethrow_exception(failure_);
  }

  /// On the stack of the fiber that runs.
  void wait(int socket) {
    auto& fiber = *fibers_[now_];
    epoll_event event{.events = EPOLLIN | EPOLLONESHOT, .data = {.u64 = now_}};
    if (::epoll_ctl(poll_, EPOLL_CTL_MOD, socket, &event) != 0 &&
        (errno != ENOENT || ::epoll_ctl(poll_, EPOLL_CTL_ADD, socket, &event) != 0)) {
      throw std::runtime_error("cannot wait for a socket");
    }
    ::swapcontext(&fiber.context, &main_);
  }

 private:
  struct Fiber {
    Stack stack;
    ucontext_t context{};
  };

  static void enter() { current->live(); }

  void live() noexcept {
    try {
      body_(now_);
    } catch (...) {
      failure_ = std::current_exception();
    }
    --running_;
  }

  void begin(std::size_t number) {
    auto& fiber = *fibers_.emplace_back(std::make_unique<Fiber>());
    ::getcontext(&fiber.context);
    fiber.context.uc_stack.ss_sp = fiber.stack.memory();
    fiber.context.uc_stack.ss_size = stack_bytes;
    fiber.context.uc_link = &main_;
    ::makecontext(&fiber.context, &Loop::enter, 0);
    ++running_;
    go_on(number);
  }

  void go_on(std::size_t number) {
    now_ = number;
    ::swapcontext(&main_, &fibers_[number]->context);
  }

  void wake_readable() {
    std::array<epoll_event, 64> events{};
    auto const count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), -1);
    for (int i = 0; i < count; ++i) go_on(events[static_cast<std::size_t>(i)].data.u64);
  }

  std::function<void(std::size_t)> const& body_;
  int poll_;
  ucontext_t main_{};
  std::vector<std::unique_ptr<Fiber>> fibers_;
  std::size_t now_ = 0;
  int running_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

void on_fibers(int count, std::function<void(std::size_t)> const& body) {
  Loop{body}.run(static_cast<std::size_t>(count));
}

void give_way_until_readable(int socket) {
  if (current) current->wait(socket);
}

}  // namespace himpun::bench
