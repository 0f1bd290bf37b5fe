#pragma once
// Asks the issuers of certificates whether these are revoked, at the addresses that stand in the certificates: the
// status service (OCSP) first, the revocation list (CRL) where that says nothing. Whatever does not come from the
// issuer is thrown away.

#include "adapters/pdf_signing/pdf_signer.h"
#include "adapters/signers/revocation/fetch.h"

namespace himpun::signers {

/// What the issuers say about the certificates of these chains (each from the signer up). `own_lists`: lists that the
/// office keeps (PEM or DER); who they speak about is not asked for. `at`: when they signed. The limits are those of
/// all questions together.
[[nodiscard]] pdf_signing::ValidationData ask_issuers(std::vector<std::vector<pdf_signing::Certificate>> const& chains,
                                                      std::vector<std::string> const& own_lists, Instant at,
                                                      FetchLimits const& limits = {});

}  // namespace himpun::signers
