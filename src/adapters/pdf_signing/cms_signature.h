#pragma once
// One detached CMS SignedData as PAdES baseline wants it: content-type, message-digest and signing-certificate-v2 as
// signed attributes, no signing-time, one signer, the chain inside; a time-stamp token as an unsigned attribute where
// an authority answered. It touches no PDF.

#include "adapters/pdf_signing/openssl_handles.h"
#include "base/problem.h"
#include "base/sha256.h"

namespace himpun::pdf_signing {

inline constexpr ProblemType key_failed{"signing.key_failed", ProblemKind::unavailable,
                                        "Kunci tanda tangan tidak dapat dipakai", "The signing key cannot be used"};

/// Signs content that is known by its digest.
[[nodiscard]] Result<Cms> sign_digest(Sha256 const& digest, Credential const& credential);
/// SHA-256 of the signature value: what a time-stamp is over.
[[nodiscard]] Sha256 imprint_of(CMS_ContentInfo* cms);
/// Adds an RFC 3161 token (DER) as an unsigned attribute.
void add_time_stamp(CMS_ContentInfo* cms, std::string_view token);
[[nodiscard]] std::string der_of(CMS_ContentInfo* cms);

}  // namespace himpun::pdf_signing
