// A disk that is full or read-only at the wish of a test, for programs started with this library in LD_PRELOAD. While
// the file HIMPUN_BROKEN_DISK_SWITCH says `full` or `read-only`, what changes files below HIMPUN_BROKEN_DISK fails as
// on such a disk. A mounted disk cannot be made read-only under a program that has files open on it, and mounting needs
// root; this needs neither. What is mapped into memory is left alone, as the page cache would leave it.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace {

template <class Function>
Function* next(char const* name, Function*) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}
#define NEXT(function) next(#function, static_cast<decltype(::function)*>(nullptr))

enum class State { whole, full, read_only };

State state() {
  static char const* const place = std::getenv("HIMPUN_BROKEN_DISK_SWITCH");
  if (!place || ::access(place, F_OK) != 0) return State::whole;
  static auto* const open_file = NEXT(open);
  int const file = open_file(place, O_RDONLY | O_CLOEXEC);
  if (file < 0) return State::whole;
  char text[16] = {};
  ssize_t const size = ::read(file, text, sizeof text);
  ::close(file);
  std::string_view const said{text, size > 0 ? static_cast<std::size_t>(size) : 0};
  return said.starts_with("full") ? State::full : said.starts_with("read-only") ? State::read_only : State::whole;
}

bool is_on_disk(char const* path) {
  static char const* const disk = std::getenv("HIMPUN_BROKEN_DISK");
  return disk && std::string_view{path}.starts_with(disk);
}

bool is_on_disk(int file) {
  char link[64];
  char path[PATH_MAX + 1] = {};
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  return ::readlink(link, path, PATH_MAX) > 0 && is_on_disk(path);
}

/// Whether more bytes are refused; sets errno.
template <class Where>
bool refuses_bytes(Where where) {
  auto const now = state();
  if (now == State::whole || !is_on_disk(where)) return false;
  errno = now == State::full ? ENOSPC : EROFS;
  return true;
}

/// Whether a change that needs no room is refused; sets errno.
template <class Where>
bool refuses_changes(Where where) {
  if (state() != State::read_only || !is_on_disk(where)) return false;
  errno = EROFS;
  return true;
}

bool writes(int flags) { return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0; }

mode_t mode_of(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

#define WITH_MODE(call)                        \
  va_list arguments;                           \
  va_start(arguments, flags);                  \
  auto const mode = mode_of(flags, arguments); \
  va_end(arguments);                           \
  return call

extern "C" {

int open(char const* path, int flags, ...) {
  if (writes(flags) && refuses_changes(path)) return -1;
  WITH_MODE(NEXT(open)(path, flags, mode));
}
int open64(char const* path, int flags, ...) {
  if (writes(flags) && refuses_changes(path)) return -1;
  WITH_MODE(NEXT(open64)(path, flags, mode));
}
int openat(int folder, char const* path, int flags, ...) {
  if (writes(flags) && refuses_changes(path)) return -1;
  WITH_MODE(NEXT(openat)(folder, path, flags, mode));
}

ssize_t write(int file, void const* bytes, size_t size) {
  return refuses_bytes(file) ? -1 : NEXT(write)(file, bytes, size);
}
ssize_t writev(int file, iovec const* pieces, int count) {
  return refuses_bytes(file) ? -1 : NEXT(writev)(file, pieces, count);
}
ssize_t pwrite(int file, void const* bytes, size_t size, off_t at) {
  return refuses_bytes(file) ? -1 : NEXT(pwrite)(file, bytes, size, at);
}
ssize_t pwrite64(int file, void const* bytes, size_t size, off64_t at) {
  return refuses_bytes(file) ? -1 : NEXT(pwrite64)(file, bytes, size, at);
}
int fallocate(int file, int mode, off_t at, off_t size) {
  return refuses_bytes(file) ? -1 : NEXT(fallocate)(file, mode, at, size);
}
int posix_fallocate(int file, off_t at, off_t size) {
  return refuses_bytes(file) ? errno : NEXT(posix_fallocate)(file, at, size);
}
int ftruncate(int file, off_t size) { return refuses_changes(file) ? -1 : NEXT(ftruncate)(file, size); }
int ftruncate64(int file, off64_t size) { return refuses_changes(file) ? -1 : NEXT(ftruncate64)(file, size); }
int mkdir(char const* path, mode_t mode) { return refuses_bytes(path) ? -1 : NEXT(mkdir)(path, mode); }
int unlink(char const* path) { return refuses_changes(path) ? -1 : NEXT(unlink)(path); }
int rename(char const* from, char const* to) { return refuses_changes(to) ? -1 : NEXT(rename)(from, to); }
int link(char const* from, char const* to) { return refuses_changes(to) ? -1 : NEXT(link)(from, to); }
}
