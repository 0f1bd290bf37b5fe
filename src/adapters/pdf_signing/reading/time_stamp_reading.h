#pragma once
// Reads one RFC 3161 token and checks it against what it is said to be over.

#include "adapters/pdf_signing/reading/trust.h"

namespace himpun::pdf_signing {

/// What it stands over comes in up to two parts; the token's certificates join `trust`.
[[nodiscard]] signing::TimeStampFacts read_token(std::string_view token, std::string_view first,
                                                 std::string_view second, Trust& trust);

/// The authority's certificate and those above it, as far as known; the token's certificates join `trust`.
[[nodiscard]] std::vector<Certificate> chain_of_authority(std::string_view token, Trust& trust, Instant at);

/// Digest over two parts by the algorithm of that name; empty when it is not one of SHA-2.
[[nodiscard]] std::string digest_of(int algorithm, std::string_view first, std::string_view second);

}  // namespace himpun::pdf_signing
