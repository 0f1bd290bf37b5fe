#include "adapters/pdf_signing/reading/cms_reading.h"

#include <openssl/err.h>
#include <openssl/ess.h>

#include "adapters/pdf_signing/reading/time_stamp_reading.h"

namespace himpun::pdf_signing {
namespace {

using BoundCertificates = Handle<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>;

Cms open_cms(SignatureValue const& value) {
  auto const memory = memory_of(std::string_view{value.contents}.substr(0, der_length(value.contents)));
  Cms cms{d2i_CMS_bio(memory.get(), nullptr)};
  ERR_clear_error();
  bool const is_signed = cms && OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed;
  return is_signed ? std::move(cms) : Cms{};
}

/// The one signer; PAdES has exactly one, with signed attributes.
CMS_SignerInfo* signer_of(CMS_ContentInfo* cms) {
  auto* signers = CMS_get0_SignerInfos(cms);
  if (!signers || sk_CMS_SignerInfo_num(signers) != 1) return nullptr;
  auto* signer = sk_CMS_SignerInfo_value(signers, 0);
  return CMS_signed_get_attr_count(signer) > 0 ? signer : nullptr;
}

/// The value of the attribute when it occurs once with one value of that type.
ASN1_STRING* attribute_of(CMS_SignerInfo* signer, int name, int type) {
  auto const at = CMS_signed_get_attr_by_NID(signer, name, -1);
  if (at < 0 || CMS_signed_get_attr_by_NID(signer, name, at) >= 0) return nullptr;
  auto* attribute = CMS_signed_get_attr(signer, at);
  if (X509_ATTRIBUTE_count(attribute) != 1) return nullptr;
  return static_cast<ASN1_STRING*>(X509_ATTRIBUTE_get0_data(attribute, 0, type, nullptr));
}

std::string_view bytes_of_string(ASN1_STRING const* text) {
  return {reinterpret_cast<char const*>(ASN1_STRING_get0_data(text)),
          static_cast<std::size_t>(ASN1_STRING_length(text))};
}

bool digest_matches(CMS_SignerInfo* signer, std::string_view first, std::string_view second) {
  X509_ALGOR* algorithm = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &algorithm, nullptr);
  ASN1_OBJECT const* name = nullptr;
  X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
  auto const digest = digest_of(OBJ_obj2nid(name), first, second);
  auto const* stated = attribute_of(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING);
  return stated && !digest.empty() && bytes_of_string(stated) == digest;
}

/// signing-certificate-v2 must name the signer's certificate; without it only old kinds of signatures are complete.
bool is_bound(CMS_SignerInfo* signer, X509* certificate, bool is_needed) {
  auto const* sequence = attribute_of(signer, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE);
  if (!sequence) return !is_needed;
  auto const* data = ASN1_STRING_get0_data(sequence);
  BoundCertificates const bound{d2i_ESS_SIGNING_CERT_V2(nullptr, &data, ASN1_STRING_length(sequence))};
  CertificateStack const own{sk_X509_new_null()};
  X509_up_ref(certificate);
  sk_X509_push(own.get(), certificate);
  bool const is_right = bound && OSSL_ESS_check_signing_certs(nullptr, bound.get(), own.get(), 1) == 1;
  ERR_clear_error();
  return is_right;
}

Certificate find_signer(CMS_ContentInfo* cms, CMS_SignerInfo* signer) {
  CertificateStack const all{CMS_get1_certs(cms)};
  for (int i = 0; all && i < sk_X509_num(all.get()); ++i) {
    auto* each = sk_X509_value(all.get(), i);
    if (CMS_SignerInfo_cert_cmp(signer, each) != 0) continue;
    X509_up_ref(each);
    return Certificate{each};
  }
  return {};
}

void take_over(CMS_ContentInfo* cms, Trust& trust) {
  CertificateStack const all{CMS_get1_certs(cms)};
  for (int i = 0; all && i < sk_X509_num(all.get()); ++i) {
    X509_up_ref(sk_X509_value(all.get(), i));
    trust.add_known(Certificate{sk_X509_value(all.get(), i)});
  }
  auto* lists = CMS_get1_crls(cms);
  for (int i = 0; lists && i < sk_X509_CRL_num(lists); ++i) {
    X509_CRL_up_ref(sk_X509_CRL_value(lists, i));
    trust.add_list(RevocationList{sk_X509_CRL_value(lists, i)}, Origin::file);
  }
  sk_X509_CRL_pop_free(lists, X509_CRL_free);
}

/// The time-stamp token; empty when what stands in its place is none.
std::optional<std::string_view> token_of(CMS_SignerInfo* signer) {
  auto const at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
  if (at < 0) return std::nullopt;
  auto* attribute = CMS_unsigned_get_attr(signer, at);
  auto const* token = static_cast<ASN1_STRING*>(X509_ATTRIBUTE_get0_data(attribute, 0, V_ASN1_SEQUENCE, nullptr));
  return token ? bytes_of_string(token) : std::string_view{};
}

std::optional<signing::TimeStampFacts> time_of(CMS_SignerInfo* signer, Trust& trust) {
  auto const token = token_of(signer);
  if (!token) return std::nullopt;
  return read_token(*token, bytes_of_string(CMS_SignerInfo_get0_signature(signer)), {}, trust);
}

void read_certificate(X509* certificate, Trust const& trust, signing::SignatureFacts& facts) {
  facts.certificate = facts_of(certificate);
  auto at = facts.claimed_at.value_or(facts.certificate->not_before);
  if (facts.time_stamp && facts.time_stamp->is_right && facts.time_stamp->at) at = *facts.time_stamp->at;
  auto const chain = trust.chain_of(certificate, at);
  auto const revocation = trust.revocation_of(chain, at);
  facts.chain = chain.state;
  facts.revoked_at = revocation.all.at;
  facts.revoked_why = revocation.all.why;
  facts.revocation_known = revocation.all.is_known;
  facts.has_lasting_proof = revocation.is_lasting;
}

}  // namespace

void read_cms(SignatureValue const& value, std::string_view pdf, Trust& trust, signing::SignatureFacts& facts) {
  auto const cms = open_cms(value);
  auto* signer = cms ? signer_of(cms.get()) : nullptr;
  if (!signer) return;
  auto const certificate = find_signer(cms.get(), signer);
  if (!certificate) return;
  take_over(cms.get(), trust);
  facts.is_readable = true;
  facts.digest_matches = digest_matches(signer, value.before(pdf), value.after(pdf));
  facts.certificate_is_bound = is_bound(signer, certificate.get(), facts.sub_filter == "ETSI.CAdES.detached");
  CMS_SignerInfo_set1_signer_cert(signer, certificate.get());
  facts.signature_is_right = CMS_SignerInfo_verify(signer) == 1;
  ERR_clear_error();
  facts.time_stamp = time_of(signer, trust);
  read_certificate(certificate.get(), trust, facts);
}

std::vector<std::vector<Certificate>> chains_of(SignatureValue const& value, Trust& trust, Instant at) {
  auto const cms = open_cms(value);
  auto* signer = cms ? signer_of(cms.get()) : nullptr;
  auto const certificate = signer ? find_signer(cms.get(), signer) : Certificate{};
  if (!certificate) return {};
  take_over(cms.get(), trust);
  std::vector<std::vector<Certificate>> chains;
  chains.push_back(trust.chain_of(certificate.get(), at).certificates);
  if (auto const token = token_of(signer)) chains.push_back(chain_of_authority(*token, trust, at));
  return chains;
}

void read_time_stamp(SignatureValue const& value, std::string_view pdf, Trust& trust, signing::SignatureFacts& facts) {
  auto const cms = open_cms(value);
  if (!cms) return;
  take_over(cms.get(), trust);
  auto const token = std::string_view{value.contents}.substr(0, der_length(value.contents));
  auto const stamp = read_token(token, value.before(pdf), value.after(pdf), trust);
  facts.is_readable = stamp.at.has_value();
  facts.digest_matches = stamp.is_right;
  facts.signature_is_right = stamp.is_right;
  facts.chain = stamp.chain;
  facts.name = stamp.authority;
  facts.time_stamp = stamp;
}

}  // namespace himpun::pdf_signing
