#pragma once
// The request target: path segments and query, percent-decoded exactly once. It refuses what could mean two things:
// `.` and `..`, NUL, control characters, broken escapes and text that is not UTF-8. It does not know the routes.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "shell/http/message.h"

namespace himpun::http {

inline constexpr ProblemType request_bad_target{"request.bad_target", ProblemKind::invalid,
                                                "Alamat permintaan tidak dapat dibaca",
                                                "The address of the request cannot be read"};

struct Target {
  std::string path;                   ///< as sent, without the query; begins with `/`
  std::vector<std::string> segments;  ///< decoded; `/a/b` has two, `/` has one that is empty
  Parameters query;                   ///< decoded; `+` is a space
};

/// Reads the origin form (`/path?query`) and the absolute form (`http://host/path?query`).
[[nodiscard]] Result<Target> parse_target(std::string_view target);

/// Decodes `%xx` once; empty when an escape is broken.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text);
/// Escapes everything but letters, digits and `-._~`.
[[nodiscard]] std::string percent_encode(std::string_view text);

}  // namespace himpun::http
