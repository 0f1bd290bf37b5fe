#pragma once
// Papers and keys for the tests of signatures: small PDFs of both kinds, an authority, officials' keys, and updates
// that a forger would append.

#include "adapters/pdf_signing/pdf_signer.h"
#include "adapters/pdf_signing/pdf_update.h"
#include "adapters/pdf_signing/reading/pdf_reader.h"
#include "adapters/signers/authority.h"
#include "core/signing/verdict.h"

namespace himpun::test {

/// Noon of 5 January 2026, WIB.
inline Instant const signing_day = Instant{Date{std::chrono::year{2026} / 1 / 5}} + std::chrono::hours{5};

/// Two pages; `mark` makes one paper differ from another. With a cross-reference table.
[[nodiscard]] std::string small_pdf(std::string const& mark = "naskah");
/// The same with object streams and a cross-reference stream.
[[nodiscard]] std::string packed_pdf(std::string const& mark = "naskah");

struct TestAuthority {
  signers::AuthorityFiles files;
  explicit TestAuthority(std::string const& office = "Dinas Contoh");

  [[nodiscard]] app::IssuedKey issue(std::string const& name, Instant from = signing_day - std::chrono::days{30},
                                     Instant to = signing_day + std::chrono::days{700},
                                     app::KeyKind kind = app::KeyKind::p256) const;
  [[nodiscard]] std::string revocation_list(std::vector<app::RevokedSerial> const& revoked) const;
};

[[nodiscard]] pdf_signing::Credential credential_of(app::IssuedKey const& key);
[[nodiscard]] signing::PdfSignature initials(std::string const& name, std::int32_t slot = 0);
[[nodiscard]] signing::PdfSignature signature(std::string const& name);

/// Signed by somebody, or the test fails.
[[nodiscard]] std::string signed_by(std::string pdf, signing::PdfSignature const& what, app::IssuedKey const& key,
                                    pdf_signing::AskTime const& ask_time = {});
/// The verdict a day after `signing_day`.
[[nodiscard]] signing::PdfVerdict verdict_of(std::string const& pdf, pdf_signing::TrustSource const& trust);
[[nodiscard]] std::vector<std::string> fault_words(signing::PdfVerdict const& verdict);

}  // namespace himpun::test
