#pragma once
// The words and the HTML of the public verification page. No script, one style of its own, everything escaped.

#include "app/signing/check_desk.h"

namespace himpun::http {

/// What the page shows below its form; all empty: the form alone.
struct VerificationPage {
  Language language = Language::indonesian;
  UtcOffset offset{};
  std::string office;
  std::optional<Problem> problem;
  std::optional<app::CheckedPaper> checked;
  std::optional<app::PaperRecord> record;  ///< found by its code, without a file
};

[[nodiscard]] std::string verification_html(VerificationPage const& page);
/// The policy that lets this page's own style in and nothing else.
[[nodiscard]] std::string verification_policy();

}  // namespace himpun::http
