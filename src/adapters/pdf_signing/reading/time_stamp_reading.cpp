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

Token open_token(std::string_view bytes) {
  auto const memory = memory_of(bytes);
  Token token{d2i_PKCS7_bio(memory.get(), nullptr)};
  ERR_clear_error();
  bool const is_signed = token && PKCS7_type_is_signed(token.get()) && PKCS7_get_detached(token.get()) == 0;
  return is_signed ? std::move(token) : Token{};
}

Certificate authority_of(PKCS7* token) {
  auto* signers = PKCS7_get0_signers(token, nullptr, 0);
  Certificate authority;
  if (signers && sk_X509_num(signers) > 0) {
    authority.reset(sk_X509_value(signers, 0));
    X509_up_ref(authority.get());
  }
  sk_X509_free(signers);
  ERR_clear_error();
  return authority;
}

/// Authorities send the certificates between theirs and a trusted one along.
void take_certificates(PKCS7* token, Trust& trust) {
  auto* others = token->d.sign->cert;
  for (int i = 0; i < sk_X509_num(others); ++i) {
    X509_up_ref(sk_X509_value(others, i));
    trust.add_known(Certificate{sk_X509_value(others, i)});
  }
}

/// A time from a key that had been revoked proves nothing, whoever certified it.
signing::ChainState state_of(X509* authority, PKCS7* token, Instant at, Trust const& trust) {
  if (!is_trusted(token, trust.store())) return signing::ChainState::unknown;
  auto const revoked = trust.revocation_of(trust.chain_of(authority, at), at).all.at;
  return revoked && *revoked <= at ? signing::ChainState::broken : signing::ChainState::trusted;
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
                                   Trust& trust) {
  signing::TimeStampFacts facts;
  auto const token = open_token(bytes);
  if (!token) return facts;
  Info const info{PKCS7_to_TS_TST_INFO(token.get())};
  if (!info) {
    ERR_clear_error();
    return facts;
  }
  facts.is_right = covers(info.get(), first, second) && has_right_signature(token.get());
  facts.at = instant_of(TS_TST_INFO_get_time(info.get()));
  auto const authority = facts.is_right ? authority_of(token.get()) : Certificate{};
  if (!authority) return facts;
  facts.authority = common_name_of(X509_get_subject_name(authority.get()));
  take_certificates(token.get(), trust);
  facts.chain = state_of(authority.get(), token.get(), *facts.at, trust);
  return facts;
}

std::vector<Certificate> chain_of_authority(std::string_view bytes, Trust& trust, Instant at) {
  auto const token = open_token(bytes);
  auto const authority = token ? authority_of(token.get()) : Certificate{};
  if (!authority) return {};
  take_certificates(token.get(), trust);
  return trust.chain_of(authority.get(), at).certificates;
}

}  // namespace himpun::pdf_signing
