#pragma once
// The words and the HTML of the public verification page. See pages/plain_page.h.

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

}  // namespace himpun::http
