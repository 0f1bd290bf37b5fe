#pragma once
// Pages for those who have no account and perhaps an old browser: no script, one style, everything escaped.

#include <string>

#include "base/words.h"

namespace himpun::http {

struct PlainPage {
  Language language = Language::indonesian;
  std::string office;
  std::string title;
  std::string body;  ///< HTML, escaped already
};

[[nodiscard]] std::string plain_page(PlainPage const& page);
/// The policy that lets the pages' own style in and nothing else.
[[nodiscard]] std::string plain_page_policy();

[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace himpun::http
