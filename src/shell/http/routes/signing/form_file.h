#pragma once
// One file out of a form that a browser sent without script (RFC 7578). It reads that file and nothing else.

#include <optional>
#include <string_view>

namespace himpun::http {

/// The bytes of the part called `name`; none when the body is no such form. Points into `body`.
[[nodiscard]] std::optional<std::string_view> form_file(std::string_view body, std::string_view content_type,
                                                        std::string_view name);

}  // namespace himpun::http
