#pragma once
// Pages for those who have no account and perhaps an old browser: no script, one style, everything escaped.

#include <string>

#include "base/problem.h"
#include "base/time.h"

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
/// "7 Januari 2026 pukul 09.20 WIB"
[[nodiscard]] std::string spell_moment(Instant at, UtcOffset offset, Language language);

}  // namespace himpun::http
