#include "adapters/signers/http/client.h"

#include <algorithm>

#include "adapters/curl/handle.h"
#include "base/text.h"

namespace himpun::signers {
namespace {

/// What comes in, as far as it may.
struct Incoming {
  HttpAnswer answer;
  std::size_t most_bytes = 0;
  bool is_too_large = false;

  static std::size_t take_body(char* from, std::size_t size, std::size_t count, void* self) {
    auto& incoming = *static_cast<Incoming*>(self);
    incoming.is_too_large = size * count > incoming.most_bytes - incoming.answer.body.size();
    if (incoming.is_too_large) return 0;  // ends the transfer
    incoming.answer.body.append(from, size * count);
    return size * count;
  }
  static std::size_t take_header(char* from, std::size_t size, std::size_t count, void* self) {
    auto& headers = static_cast<Incoming*>(self)->answer.headers;
    std::string_view const line{from, size * count};
    if (line.starts_with("HTTP/")) headers.clear();  // those before belong to an interim answer
    auto const colon = line.find(':');
    if (colon != line.npos) {
      headers.emplace_back(lower_ascii(trim(line.substr(0, colon))), std::string{trim(line.substr(colon + 1))});
    }
    return size * count;
  }
};

void set_rules(CURL* curl, HttpRequest const& request, HttpLimits const& limits) {
  curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, limits.without_tls ? "http" : "http,https");
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!limits.trusted_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, limits.trusted_file.c_str());
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.deadline.count()));
}

/// The body is not copied: it may hold a secret.
void set_body(CURL* curl, HttpRequest const& request) {
  if (request.method == "GET") return;
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
}

curl::List headers_of(HttpRequest const& request) {
  curl::List list;
  auto const add = [&](std::string const& line) { list.reset(curl_slist_append(list.release(), line.c_str())); };
  add("Expect:");  // nobody waits for "100 Continue"
  for (auto const& [name, value] : request.headers) add(name + ": " + value);
  return list;
}

HttpFailure failure_of(CURLcode code) {
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      return HttpFailure::too_slow;
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_UNSUPPORTED_PROTOCOL:  // also "no HTTP at all"
      return HttpFailure::malformed;
    default:
      return HttpFailure::unreachable;
  }
}

}  // namespace

std::string HttpAnswer::header(std::string const& name) const {
  auto const found = std::ranges::find(headers, name, &std::pair<std::string, std::string>::first);
  return found == headers.end() ? std::string{} : found->second;
}

HttpResult ask(HttpRequest const& request, HttpLimits const& limits) {
  auto const handle = curl::make_handle();
  if (!handle || limits.deadline.count() <= 0) return {std::nullopt, HttpFailure::too_slow};
  auto const headers = headers_of(request);
  Incoming incoming{{}, limits.most_bytes};
  set_rules(handle.get(), request, limits);
  set_body(handle.get(), request);
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, &Incoming::take_body);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &incoming);
  curl_easy_setopt(handle.get(), CURLOPT_HEADERFUNCTION, &Incoming::take_header);
  curl_easy_setopt(handle.get(), CURLOPT_HEADERDATA, &incoming);
  auto const code = curl_easy_perform(handle.get());
  if (incoming.is_too_large) return {std::nullopt, HttpFailure::too_large};
  if (code != CURLE_OK) return {std::nullopt, failure_of(code)};
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  incoming.answer.status = static_cast<int>(status);
  return {std::move(incoming.answer), {}};
}

}  // namespace himpun::signers
