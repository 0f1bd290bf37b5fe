#include "adapters/pdf_signing/cms_signature.h"

#include <openssl/err.h>

#include <algorithm>

#include "base/ensure.h"

namespace himpun::pdf_signing {
namespace {

// PARTIAL: we sign the attributes ourselves, because CMS_final adds signing-time, which PAdES forbids
// (ETSI EN 319 142-1, table 1). CADES: adds signing-certificate-v2.
constexpr unsigned sign_flags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;

std::unexpected<Problem> failed() {
  auto const why = last_error();
  return refuse(key_failed, {"Kunci menolak menandatangani (" + why + ").", "The key refused to sign (" + why + ")."});
}

CMS_SignerInfo* signer_of(CMS_ContentInfo* cms) { return sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0); }

void append_length(std::string& der, std::size_t size) {
  if (size < 128) {
    der += static_cast<char>(size);
  } else if (size < 256) {
    der += {static_cast<char>(0x81), static_cast<char>(size)};
  } else {
    der += {static_cast<char>(0x82), static_cast<char>(size >> 8), static_cast<char>(size)};
  }
}

/// The signed attributes as DER SET OF: what the signature is over (RFC 5652, 5.4).
std::string attributes_der(CMS_SignerInfo* signer) {
  std::vector<std::string> attributes;
  for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
    unsigned char* der = nullptr;
    auto const size = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, i), &der);
    ensure(size > 0, "an attribute can be written");
    attributes.emplace_back(reinterpret_cast<char const*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
  }
  std::ranges::sort(attributes);
  std::string body;
  for (auto const& each : attributes) body += each;
  std::string set{"\x31"};
  append_length(set, body.size());
  return set + body;
}

bool add_attributes(CMS_SignerInfo* signer, Sha256 const& digest) {
  return CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) ==
             1 &&
         CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest.data(),
                                     static_cast<int>(digest.size())) == 1;
}

std::string sign_bytes(EVP_PKEY* key, std::string_view bytes) {
  Handle<EVP_MD_CTX, EVP_MD_CTX_free> const context{EVP_MD_CTX_new()};
  auto const* data = reinterpret_cast<unsigned char const*>(bytes.data());
  std::size_t size = 0;
  if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) <= 0) return {};
  if (EVP_DigestSign(context.get(), nullptr, &size, data, bytes.size()) <= 0) return {};
  std::string signature(size, '\0');
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, data, bytes.size()) <= 0)
    return {};
  signature.resize(size);
  return signature;
}

void name_algorithm(CMS_SignerInfo* signer, EVP_PKEY* key) {
  X509_ALGOR* digest = nullptr;
  X509_ALGOR* signature = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &signature);
  bool const is_rsa = EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA;
  X509_ALGOR_set0(signature, OBJ_nid2obj(is_rsa ? NID_rsaEncryption : NID_ecdsa_with_SHA256),
                  is_rsa ? V_ASN1_NULL : V_ASN1_UNDEF, nullptr);
}

}  // namespace

Result<Cms> sign_digest(Sha256 const& digest, Credential const& credential) {
  ERR_clear_error();
  CertificateStack const chain{sk_X509_new_null()};
  for (auto const& each : credential.chain) {
    X509_up_ref(each.get());
    sk_X509_push(chain.get(), each.get());
  }
  Cms cms{CMS_sign(nullptr, nullptr, chain.get(), nullptr, sign_flags)};
  if (!cms) return failed();
  auto* signer = CMS_add1_signer(cms.get(), credential.certificate.get(), credential.key.get(), EVP_sha256(),
                                 sign_flags | CMS_CADES);
  if (!signer || !add_attributes(signer, digest)) return failed();
  auto const signature = sign_bytes(credential.key.get(), attributes_der(signer));
  if (signature.empty()) return failed();
  ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), signature.data(), static_cast<int>(signature.size()));
  name_algorithm(signer, credential.key.get());
  return cms;
}

Sha256 imprint_of(CMS_ContentInfo* cms) {
  auto const* value = CMS_SignerInfo_get0_signature(signer_of(cms));
  return sha256({reinterpret_cast<char const*>(ASN1_STRING_get0_data(value)),
                 static_cast<std::size_t>(ASN1_STRING_length(value))});
}

void add_time_stamp(CMS_ContentInfo* cms, std::string_view token) {
  auto const added = CMS_unsigned_add1_attr_by_NID(signer_of(cms), NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                                   token.data(), static_cast<int>(token.size()));
  ensure(added == 1, "a time-stamp can be added to a signature");
}

std::string der_of(CMS_ContentInfo* cms) {
  unsigned char* der = nullptr;
  auto const size = i2d_CMS_ContentInfo(cms, &der);
  ensure(size > 0, "a signature can be written");
  std::string text{reinterpret_cast<char const*>(der), static_cast<std::size_t>(size)};
  OPENSSL_free(der);
  return text;
}

}  // namespace himpun::pdf_signing
