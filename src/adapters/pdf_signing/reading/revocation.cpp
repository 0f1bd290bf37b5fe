#include "adapters/pdf_signing/reading/revocation.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "adapters/pdf_signing/reading/trust.h"

namespace himpun::pdf_signing {
namespace {

using Response = Handle<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using CertificateId = Handle<OCSP_CERTID, OCSP_CERTID_free>;
using Scope = Handle<ISSUING_DIST_POINT, ISSUING_DIST_POINT_free>;
using Reason = Handle<ASN1_ENUMERATED, ASN1_ENUMERATED_free>;

/// Lists of changes, of some reasons or of others' certificates say nothing when they do not name one (RFC 5280, 5.2).
bool speaks_for_all(X509_CRL* list, X509* certificate) {
  auto const scope_at = X509_CRL_get_ext_by_NID(list, NID_issuing_distribution_point, -1);
  for (int at = -1; (at = X509_CRL_get_ext_by_critical(list, 1, at)) >= 0;) {
    if (at != scope_at) return false;
  }
  if (scope_at < 0) return true;
  Scope const scope{
      static_cast<ISSUING_DIST_POINT*>(X509_CRL_get_ext_d2i(list, NID_issuing_distribution_point, nullptr, nullptr))};
  if (!scope || scope->onlyattr || scope->indirectCRL || scope->onlysomereasons) return false;
  bool const is_authority = X509_check_ca(certificate) > 0;
  return is_authority ? !scope->onlyuser : !scope->onlyCA;
}

std::int32_t reason_of(X509_REVOKED* revoked) {
  Reason const reason{
      static_cast<ASN1_ENUMERATED*>(X509_REVOKED_get_ext_d2i(revoked, NID_crl_reason, nullptr, nullptr))};
  return reason ? static_cast<std::int32_t>(ASN1_ENUMERATED_get(reason.get())) : 0;
}

/// Times in answers are GeneralizedTime, which is an ASN1_TIME too.
bool holds(ASN1_TIME const* next_update, Instant at) { return !next_update || at <= instant_of(next_update); }

/// By the issuer's key, or by a service that the issuer certified for this; both as they were when the answer was made.
bool is_by_issuer(OCSP_BASICRESP* answer, X509* issuer) {
  CertificateStore const store{X509_STORE_new()};
  X509_STORE_add_cert(store.get(), issuer);
  X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
  auto const made_at = std::chrono::floor<std::chrono::seconds>(instant_of(OCSP_resp_get0_produced_at(answer)));
  X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()),
                             static_cast<std::time_t>(made_at.time_since_epoch().count()));
  CertificateStack const others{sk_X509_new_null()};
  X509_up_ref(issuer);
  sk_X509_push(others.get(), issuer);
  bool const is_right = OCSP_basic_verify(answer, others.get(), store.get(), 0) == 1;
  ERR_clear_error();
  return is_right;
}

bool is_about(OCSP_SINGLERESP* one, X509* certificate, X509* issuer) {
  auto* stated = const_cast<OCSP_CERTID*>(OCSP_SINGLERESP_get0_id(one));
  ASN1_OBJECT* algorithm = nullptr;
  OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, stated);
  auto const* digest = EVP_get_digestbyobj(algorithm);
  CertificateId const own{digest ? OCSP_cert_to_id(digest, certificate, issuer) : nullptr};
  return own && OCSP_id_cmp(own.get(), stated) == 0;
}

Revocation read_single(OCSP_SINGLERESP* one, Instant at) {
  int reason = 0;
  ASN1_GENERALIZEDTIME *revoked_at = nullptr, *this_update = nullptr, *next_update = nullptr;
  auto const status = OCSP_single_get0_status(one, &reason, &revoked_at, &this_update, &next_update);
  if (status == V_OCSP_CERTSTATUS_REVOKED) return {true, instant_of(revoked_at), std::max(reason, 0)};
  // Without a next one an answer is only worth the moment it was given (RFC 6960, 4.2.2.1).
  auto const is_fresh = next_update ? holds(next_update, at) : at <= instant_of(this_update);
  return {status == V_OCSP_CERTSTATUS_GOOD && is_fresh, {}, 0};
}

}  // namespace

void Revocation::add(Revocation const& other) {
  is_known = is_known || other.is_known;
  if (!other.at || (at && *at <= *other.at)) return;
  at = other.at;
  why = other.why;
}

StatusAnswer status_answer_of(std::string_view bytes) {
  auto const memory = memory_of(bytes);
  Response const response{d2i_OCSP_RESPONSE_bio(memory.get(), nullptr)};
  bool const is_success = response && OCSP_response_status(response.get()) == OCSP_RESPONSE_STATUS_SUCCESSFUL;
  StatusAnswer answer{is_success ? OCSP_response_get1_basic(response.get()) : nullptr};
  ERR_clear_error();
  return answer;
}

Revocation said_by(X509_CRL* list, X509* certificate, X509* issuer, Instant at) {
  Revocation found;
  if (X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_issuer_name(certificate)) != 0) return found;
  if (X509_CRL_verify(list, X509_get0_pubkey(issuer)) == 1) {
    X509_REVOKED* revoked = nullptr;
    if (X509_CRL_get0_by_cert(list, &revoked, certificate) == 1) {
      found = {true, instant_of(X509_REVOKED_get0_revocationDate(revoked)), reason_of(revoked)};
    } else {
      found.is_known = speaks_for_all(list, certificate) && holds(X509_CRL_get0_nextUpdate(list), at);
    }
  }
  ERR_clear_error();
  return found;
}

Revocation said_by(OCSP_BASICRESP* answer, X509* certificate, X509* issuer, Instant at) {
  Revocation found;
  if (!is_by_issuer(answer, issuer)) return found;
  for (int i = 0; i < OCSP_resp_count(answer); ++i) {
    auto* one = OCSP_resp_get0(answer, i);
    if (is_about(one, certificate, issuer)) found.add(read_single(one, at));
  }
  ERR_clear_error();
  return found;
}

}  // namespace himpun::pdf_signing
