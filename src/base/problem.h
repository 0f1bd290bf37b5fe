#pragma once
// A refusal: a rule says no, or the input is wrong. Every refusal names its type, says where, what and how to mend it.
// It does not know HTTP statuses or exit codes; the doors translate `ProblemKind`.

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"

namespace himpun {

enum class ProblemKind : std::uint8_t {
  invalid,          ///< the input is wrong; mend it and send it again
  unauthenticated,  ///< nobody is signed in
  forbidden,        ///< signed in, but the rules say no
  not_found,
  conflict,               ///< the state of the world says no
  stale,                  ///< the caller saw an older version
  precondition_required,  ///< the caller must say which version it saw
  unsupported,            ///< of a kind that is not taken here
  too_large,
  too_many,  ///< slow down
  unavailable,
};

/// A constant declared in the module that says no. `code` is `noun.condition` and never changes once released.
struct ProblemType {
  std::string_view code;
  ProblemKind kind;
  std::string_view title_id;
  std::string_view title_en;
};

/// One wrong field; `pointer` is an RFC 6901 JSON pointer into the request body.
struct FieldError {
  std::string pointer;
  Words message;
};

/// A place in a text file; line and column count from 1, column in characters.
struct SourcePosition {
  std::string file;
  int line = 0;
  int column = 0;

  bool operator==(SourcePosition const&) const = default;
};

struct Problem {
  ProblemType const* type;
  Words detail{};
  std::vector<FieldError> fields{};
  std::optional<SourcePosition> where{};
  std::int32_t retry_after_seconds = 0;  ///< with too_many and unavailable: when to try again; 0: not known
  std::vector<Problem> causes{};         ///< every fault of a refused file, each with its place

  [[nodiscard]] bool is(ProblemType const& other) const { return type->code == other.code; }
};

template <class T>
using Result = std::expected<T, Problem>;

/// `return refuse(task_not_open, {"Tugas ini sudah selesai.", "This task is already done."});`
[[nodiscard]] inline std::unexpected<Problem> refuse(ProblemType const& type, Words detail = {}) {
  return std::unexpected(Problem{.type = &type, .detail = std::move(detail)});
}

}  // namespace himpun
