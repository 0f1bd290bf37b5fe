#pragma once
// A transfer of libcurl; the library itself is started once for the whole process, whoever asks first.

#include <curl/curl.h>

#include <memory>

namespace himpun::curl {

struct Close {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Close>;
using List = std::unique_ptr<curl_slist, Close>;

/// Null when libcurl does not start.
[[nodiscard]] Handle make_handle();

}  // namespace himpun::curl
