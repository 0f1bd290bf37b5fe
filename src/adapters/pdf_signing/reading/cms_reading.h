#pragma once
// Reads one CMS value of a PDF signature, or one RFC 3161 token, and checks its mathematics: digest, signed attributes,
// signing-certificate-v2, signature. Every answer is a fact for the verdict; nothing throws on hostile bytes.

#include "adapters/pdf_signing/reading/signature_value.h"
#include "adapters/pdf_signing/reading/trust.h"

namespace himpun::pdf_signing {

/// Fills in what the signature value says; its certificates and lists join `trust`.
void read_cms(SignatureValue const& value, std::string_view pdf, Trust& trust, signing::SignatureFacts& facts);
/// The same for a document time-stamp.
void read_time_stamp(SignatureValue const& value, std::string_view pdf, Trust& trust, signing::SignatureFacts& facts);
/// The signer's certificate and those above it, as far as known; behind it the same of the authority whose time stands
/// in the signature.
[[nodiscard]] std::vector<std::vector<Certificate>> chains_of(SignatureValue const& value, Trust& trust, Instant at);

}  // namespace himpun::pdf_signing
