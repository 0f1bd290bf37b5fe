#include "adapters/signers/revocation/fetch.h"

#include "adapters/signers/http/client.h"

namespace himpun::signers {

std::optional<std::string> fetch(Question const& question, FetchLimits const& limits) {
  HttpRequest request{question.media_type.empty() ? "GET" : "POST", question.url, {}, question.body};
  if (!question.media_type.empty()) request.headers.emplace_back("Content-Type", question.media_type);
  auto result = ask(request, {.deadline = limits.deadline, .most_bytes = limits.most_bytes, .trusted_file = {},
                              .without_tls = true});
  return result.answer && result.answer->status == 200 ? std::optional{std::move(result.answer->body)} : std::nullopt;
}

}  // namespace himpun::signers
