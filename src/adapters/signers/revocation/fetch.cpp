#include "adapters/signers/revocation/fetch.h"

#include <curl/curl.h>

#include <memory>
#include <mutex>

namespace himpun::signers {
namespace {

struct CloseCurl {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, CloseCurl>;
using List = std::unique_ptr<curl_slist, CloseCurl>;

struct Bounded {
  std::string bytes;
  std::size_t most = 0;

  static std::size_t take(char* from, std::size_t size, std::size_t count, void* self) {
    auto& bounded = *static_cast<Bounded*>(self);
    if (size * count > bounded.most - bounded.bytes.size()) return 0;  // ends the transfer
    bounded.bytes.append(from, size * count);
    return size * count;
  }
};

void set_up(CURL* curl, Question const& question, FetchLimits const& limits) {
  curl_easy_setopt(curl, CURLOPT_URL, question.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.deadline.count()));
  if (question.media_type.empty()) return;
  curl_easy_setopt(curl, CURLOPT_POST, 1L);
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, question.body.data());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(question.body.size()));
}

}  // namespace

std::optional<std::string> fetch(Question const& question, FetchLimits const& limits) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  Handle const curl{curl_easy_init()};
  if (!curl || limits.deadline.count() <= 0) return std::nullopt;
  set_up(curl.get(), question, limits);
  auto const type = "Content-Type: " + question.media_type;
  List const headers{question.media_type.empty() ? nullptr : curl_slist_append(nullptr, type.c_str())};
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  Bounded answer{{}, limits.most_bytes};
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &Bounded::take);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
  long status = 0;
  if (curl_easy_perform(curl.get()) != CURLE_OK) return std::nullopt;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  return status == 200 ? std::optional{std::move(answer.bytes)} : std::nullopt;
}

}  // namespace himpun::signers
