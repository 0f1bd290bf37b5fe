#pragma once
// Puts one PAdES signature into a PDF as an incremental update: a signature field with its visible widget, the
// dictionary, and a CMS over everything else. What was there before stays byte for byte. Any valid PDF will do.

#include "adapters/pdf_signing/cms_signature.h"
#include "adapters/pdf_signing/time_stamp.h"
#include "core/signing/pdf_signature.h"

namespace himpun::pdf_signing {

/// The PDF with the signature; without a time-stamp where `ask_time` is empty or brings none.
[[nodiscard]] Result<std::string> sign_pdf(std::string pdf, signing::PdfSignature const& signature,
                                           Credential const& credential, AskTime const& ask_time = {});

/// The PDF with the stamp alone, to be printed and signed by hand.
[[nodiscard]] Result<std::string> stamp_pdf(std::string pdf, signing::PdfSignature const& signature);

/// Where the stamp goes, for services that draw it themselves: page from 1, box in points from the lower left corner.
struct StampPlace {
  std::int32_t page = 1;
  double x = 0, y = 0, width = 0, height = 0;
  double page_height = 0;
};
[[nodiscard]] Result<StampPlace> stamp_place(std::string const& pdf, signing::PdfSignature const& signature);

/// What makes a signature provable for long: certificates, revocation lists and answers, as DER.
struct ValidationData {
  std::vector<std::string> certificates;
  std::vector<std::string> revocation_lists;
  std::vector<std::string> status_answers;  ///< OCSP

  [[nodiscard]] bool empty() const { return revocation_lists.empty() && status_answers.empty(); }
};
/// The PDF with a /DSS that has those and what one had before (B-LT).
[[nodiscard]] Result<std::string> add_validation_data(std::string pdf, ValidationData const& data);
/// The PDF with a time-stamp over all of it (B-LTA); refused when the authority gives none.
[[nodiscard]] Result<std::string> add_document_time_stamp(std::string pdf, AskTime const& ask_time);

inline constexpr ProblemType time_stamp_missing{"signing.time_stamp_missing", ProblemKind::unavailable,
                                                "Layanan stempel waktu tidak menjawab",
                                                "The time-stamp authority did not answer"};

}  // namespace himpun::pdf_signing
