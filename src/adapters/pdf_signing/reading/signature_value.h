#pragma once
// The signature dictionaries of a PDF, found through its form, with the bytes that each covers: read as they are, with
// nothing believed that the file says about itself. It checks no mathematics.

#include <array>
#include <string_view>
#include <vector>

#include "adapters/pdf_signing/pdf_update.h"
#include "base/sha256.h"
#include "core/signing/pdf_facts.h"

namespace himpun::pdf_signing {

struct SignatureValue {
  std::string field;
  QPDFObjectHandle dictionary;
  std::array<std::size_t, 4> range{};  ///< zeros when it is none
  std::string contents;                ///< as the dictionary has it, padding included

  [[nodiscard]] std::size_t revision_end() const { return range[2] + range[3]; }
  [[nodiscard]] bool is_time_stamp() const;
  /// The bytes that were signed, in two parts.
  [[nodiscard]] std::string_view before(std::string_view pdf) const { return pdf.substr(0, range[1]); }
  [[nodiscard]] std::string_view after(std::string_view pdf) const { return pdf.substr(range[2], range[3]); }
};

inline constexpr std::size_t most_signatures = 64;
inline constexpr std::size_t most_fields = 20'000;

/// A field of the form that has no kids of its own, with its whole name.
struct FormField {
  std::string name;
  QPDFObjectHandle field;
  bool is_signature = false;  ///< /FT /Sig, perhaps from above
};
[[nodiscard]] std::vector<FormField> form_fields(QPDF& document);

/// In the order of signing.
[[nodiscard]] std::vector<SignatureValue> signature_values(QPDF& document, std::string_view pdf);

/// What can be said without mathematics: names, times, coverage, padding.
[[nodiscard]] signing::SignatureFacts plain_facts(SignatureValue const& value, QPDF& document, std::string_view pdf);

/// Length of the DER value at the beginning of `bytes`; 0 when there is none.
[[nodiscard]] std::size_t der_length(std::string_view bytes);

}  // namespace himpun::pdf_signing
