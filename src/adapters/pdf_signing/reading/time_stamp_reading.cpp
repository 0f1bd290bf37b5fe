#include "adapters/pdf_signing/reading/time_stamp_reading.h"

#include <openssl/err.h>
#include <openssl/pkcs7.h>

namespace himpun::pdf_signing {
namespace {

using Token = Handle<PKCS7, PKCS7_free>;
using Info = Handle<TS_TST_INFO, TS_TST_INFO_free>;
using Verification = Handle<TS_VERIFY_CTX, TS_VERIFY_CTX_free>;

bool covers(TS_TST_INFO* info, std::string_view first, std::string_view second) {
  auto* imprint = TS_TST_INFO_get_msg_imprint(info);
  ASN1_OBJECT const* algorithm = nullptr;
  X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
  auto const digest = digest_of(OBJ_obj2nid(algorithm), first, second);
  auto const* stated = TS_MSG_IMPRINT_get_msg(imprint);
  return !digest.empty() && std::string_view{reinterpret_cast<char const*>(ASN1_STRING_get0_data(stated)),
                                             static_cast<std::size_t>(ASN1_STRING_length(stated))} == digest;
}

/// The token's own signature, whoever made it.
bool has_right_signature(PKCS7* token) {
  Memory const content{BIO_new(BIO_s_mem())};
  bool const is_right = PKCS7_verify(token, nullptr, nullptr, nullptr, content.get(), PKCS7_NOVERIFY) == 1;
  ERR_clear_error();
  return is_right;
}

bool is_trusted(PKCS7* token, X509_STORE* store) {
  Verification const check{TS_VERIFY_CTX_new()};
  TS_VERIFY_CTX_set_flags(check.get(), TS_VFY_SIGNATURE | TS_VFY_VERSION);
  X509_STORE_up_ref(store);
  TS_VERIFY_CTX_set_store(check.get(), store);
  bool const is_right = TS_RESP_verify_token(check.get(), token) == 1;
  ERR_clear_error();
  return is_right;
}

std::string authority_of(PKCS7* token) {
  auto* signers = PKCS7_get0_signers(token, nullptr, 0);
  std::string name;
  if (signers && sk_X509_num(signers) > 0) name = common_name_of(X509_get_subject_name(sk_X509_value(signers, 0)));
  sk_X509_free(signers);
  ERR_clear_error();
  return name;
}

}  // namespace

std::string digest_of(int algorithm, std::string_view first, std::string_view second) {
  if (algorithm != NID_sha256 && algorithm != NID_sha384 && algorithm != NID_sha512) return {};
  Handle<EVP_MD_CTX, EVP_MD_CTX_free> const context{EVP_MD_CTX_new()};
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned size = 0;
  EVP_DigestInit_ex(context.get(), EVP_get_digestbynid(algorithm), nullptr);
  EVP_DigestUpdate(context.get(), first.data(), first.size());
  EVP_DigestUpdate(context.get(), second.data(), second.size());
  EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), &size);
  digest.resize(size);
  return digest;
}

signing::TimeStampFacts read_token(std::string_view bytes, std::string_view first, std::string_view second,
                                   Trust const& trust) {
  signing::TimeStampFacts facts;
  auto const memory = memory_of(bytes);
  Token const token{d2i_PKCS7_bio(memory.get(), nullptr)};
  if (!token || !PKCS7_type_is_signed(token.get()) || PKCS7_get_detached(token.get()) != 0) {
    ERR_clear_error();
    return facts;
  }
  Info const info{PKCS7_to_TS_TST_INFO(token.get())};
  if (!info) {
    ERR_clear_error();
    return facts;
  }
  facts.is_right = covers(info.get(), first, second) && has_right_signature(token.get());
  facts.at = instant_of(TS_TST_INFO_get_time(info.get()));
  if (!facts.is_right) return facts;
  facts.authority = authority_of(token.get());
  facts.chain = is_trusted(token.get(), trust.store()) ? signing::ChainState::trusted : signing::ChainState::unknown;
  return facts;
}

}  // namespace himpun::pdf_signing
