#pragma once
// `ensure(promise)` stops the process when one of our own promises is broken. It is always on: the journal makes
// stopping safe, going on with a broken promise does not. It is not for input: wrong input is a `Problem`.

#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace himpun {

[[noreturn]] inline void broken_promise(char const* what, std::source_location where) {
  std::fprintf(stderr, "himpun: broken promise: %s (%s:%u, %s)\n", what, where.file_name(), where.line(),
               where.function_name());
  std::abort();
}

inline void ensure(bool promise, char const* what = "ensure",
                   std::source_location where = std::source_location::current()) {
  if (!promise) broken_promise(what, where);
}

}  // namespace himpun
