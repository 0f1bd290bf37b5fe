#include "adapters/curl/handle.h"

#include <mutex>

namespace himpun::curl {

Handle make_handle() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  return Handle{curl_easy_init()};
}

}  // namespace himpun::curl
