#pragma once
// A refusal as an RFC 9457 answer (`application/problem+json`). Only here a `ProblemKind` becomes an HTTP status.
// Body: {type, title, status, detail, code, errors:[{pointer, detail}], where?:{file, line, column}}, in one language.

#include "base/problem.h"
#include "shell/http/message.h"
#include "shell/http/refusals.h"

namespace himpun::http {

/// Malformed JSON is 400; what is well-formed but wrong is 422.
[[nodiscard]] int status_of(ProblemType const& type);

[[nodiscard]] Response to_response(Problem const& problem, Language language);
[[nodiscard]] Response to_response(Refusal const& refusal, Language language);

}  // namespace himpun::http
