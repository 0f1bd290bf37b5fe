#pragma once
// What an issuer says about one of its certificates: a revocation list, or an answer of its status service (OCSP,
// RFC 6960). Only what the issuer signed itself, or a service that it named, counts. It opens no connection.

#include <openssl/ocsp.h>

#include "adapters/pdf_signing/openssl_handles.h"
#include "base/time.h"

namespace himpun::pdf_signing {

using StatusAnswer = Handle<OCSP_BASICRESP, OCSP_BASICRESP_free>;

/// Out of an OCSP response (DER); null when it is none, or no success.
[[nodiscard]] StatusAnswer status_answer_of(std::string_view bytes);

struct Revocation {
  bool is_known = false;  ///< the issuer's word holds at the time in question
  std::optional<Instant> at;
  std::int32_t why = 0;  ///< reason code of RFC 5280, 5.3.1

  void add(Revocation const& other);
};
/// What the list or answer says about `certificate` of `issuer` at the time `at`. A revocation counts however old the
/// list is.
[[nodiscard]] Revocation said_by(X509_CRL* list, X509* certificate, X509* issuer, Instant at);
[[nodiscard]] Revocation said_by(OCSP_BASICRESP* answer, X509* certificate, X509* issuer, Instant at);

}  // namespace himpun::pdf_signing
