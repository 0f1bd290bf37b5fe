#include "adapters/pdf_signing/reading/trust.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <ctime>

#include "base/sha256.h"
#include "base/text.h"

namespace himpun::pdf_signing {
namespace {

using signing::ChainState;
using Context = Handle<X509_STORE_CTX, X509_STORE_CTX_free>;

bool is_issuer_missing(int error) {
  return error == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY || error == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT ||
         error == X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN || error == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT ||
         error == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE || error == X509_V_ERR_CERT_UNTRUSTED;
}

bool may_sign(X509* certificate) {
  auto const usage = X509_get_key_usage(certificate);
  return usage == UINT32_MAX || (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

std::string text_of(X509_NAME const* name) {
  Memory const memory{BIO_new(BIO_s_mem())};
  X509_NAME_print_ex(memory.get(), name, 0, (XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) | XN_FLAG_SEP_COMMA_PLUS);
  char* data = nullptr;
  auto const size = BIO_get_mem_data(memory.get(), &data);
  std::string text{data, static_cast<std::size_t>(size)};
  return is_utf8(text) ? text : std::string{};
}

std::string serial_of(X509* certificate) {
  auto const* serial = X509_get0_serialNumber(certificate);
  return to_hex(std::string_view{reinterpret_cast<char const*>(ASN1_STRING_get0_data(serial)),
                                 static_cast<std::size_t>(ASN1_STRING_length(serial))});
}

bool holds_at(X509* certificate, Instant at) {
  return instant_of(X509_get0_notBefore(certificate)) <= at && at <= instant_of(X509_get0_notAfter(certificate));
}

struct Built {
  int error = X509_V_OK;
  std::vector<Certificate> certificates;
};

/// Times are judged elsewhere, each certificate at the time that counts for it.
Built build(X509_STORE* store, X509* certificate, STACK_OF(X509) * others) {
  Context const context{X509_STORE_CTX_new()};
  X509_STORE_CTX_init(context.get(), store, certificate, others);
  X509_VERIFY_PARAM_set_flags(X509_STORE_CTX_get0_param(context.get()),
                              X509_V_FLAG_NO_CHECK_TIME | X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_depth(X509_STORE_CTX_get0_param(context.get()), 8);
  auto const is_right = X509_verify_cert(context.get()) == 1;
  Built built{is_right ? X509_V_OK : X509_STORE_CTX_get_error(context.get()), {}};
  auto* chain = X509_STORE_CTX_get0_chain(context.get());
  for (int i = 0; i < sk_X509_num(chain); ++i) {
    X509_up_ref(sk_X509_value(chain, i));
    built.certificates.emplace_back(sk_X509_value(chain, i));
  }
  ERR_clear_error();
  return built;
}

CertificateStack stack_of(std::vector<Certificate> const& certificates) {
  CertificateStack stack{sk_X509_new_null()};
  for (auto const& each : certificates) {
    X509_up_ref(each.get());
    sk_X509_push(stack.get(), each.get());
  }
  return stack;
}

bool is_self_issued(X509* certificate) {
  return X509_NAME_cmp(X509_get_subject_name(certificate), X509_get_issuer_name(certificate)) == 0;
}

}  // namespace

Instant instant_of(ASN1_TIME const* time) {
  std::tm broken{};
  if (!time || ASN1_TIME_to_tm(time, &broken) != 1) return {};
  return Instant{std::chrono::seconds{timegm(&broken)}};
}

std::string common_name_of(X509_NAME const* name) {
  auto const at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
  if (at < 0) return {};
  unsigned char* utf8 = nullptr;
  auto const size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  if (size < 0) return {};
  std::string text{reinterpret_cast<char const*>(utf8), static_cast<std::size_t>(size)};
  OPENSSL_free(utf8);
  return is_utf8(text) ? text : std::string{};
}

signing::CertificateFacts facts_of(X509* certificate) {
  return {common_name_of(X509_get_subject_name(certificate)),
          text_of(X509_get_subject_name(certificate)),
          text_of(X509_get_issuer_name(certificate)),
          serial_of(certificate),
          to_hex(sha256(der_of(certificate))),
          instant_of(X509_get0_notBefore(certificate)),
          instant_of(X509_get0_notAfter(certificate))};
}

Trust::Trust(std::vector<std::string> const& anchors) : store_(X509_STORE_new()) {
  for (auto const& pem : anchors) {
    for (auto const& each : certificates_of(pem)) X509_STORE_add_cert(store_.get(), each.get());
  }
  X509_STORE_set_flags(store_.get(), X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
}

void Trust::add_list(RevocationList list, Origin origin) {
  if (list) lists_.push_back({std::move(list), origin});
}

void Trust::add_answer(StatusAnswer answer, Origin origin) {
  if (answer) answers_.push_back({std::move(answer), origin});
}

void Trust::add_known(Certificate certificate) {
  if (certificate) known_.push_back(std::move(certificate));
}

Trust::Chain Trust::chain_of(X509* certificate, Instant at) const {
  auto const others = stack_of(known_);
  auto built = build(store_.get(), certificate, others.get());
  Chain chain;
  bool const is_trusted = built.error == X509_V_OK;
  if (!is_trusted && is_issuer_missing(built.error)) {
    // Nobody here vouches for the issuer; the chain must still be one by itself.
    CertificateStore const own{X509_STORE_new()};
    for (auto const& each : known_) {
      if (is_self_issued(each.get())) X509_STORE_add_cert(own.get(), each.get());
    }
    auto alone = build(own.get(), certificate, others.get());
    chain.state = alone.error == X509_V_OK || is_issuer_missing(alone.error) ? ChainState::unknown : ChainState::broken;
    chain.certificates = std::move(alone.certificates);
  } else {
    chain.state = is_trusted ? ChainState::trusted : ChainState::broken;
    chain.certificates = std::move(built.certificates);
  }
  if (!may_sign(certificate)) chain.state = ChainState::broken;
  for (std::size_t i = 1; i < chain.certificates.size(); ++i) {
    if (!holds_at(chain.certificates[i].get(), at)) chain.state = ChainState::broken;
  }
  return chain;
}

Revocation Trust::revocation_of(X509* certificate, X509* issuer, Instant at, Origin origin) const {
  Revocation found;
  for (auto const& [list, from] : lists_) {
    if (from == origin) found.add(said_by(list.get(), certificate, issuer, at));
  }
  for (auto const& [answer, from] : answers_) {
    if (from == origin) found.add(said_by(answer.get(), certificate, issuer, at));
  }
  return found;
}

Trust::ChainRevocation Trust::revocation_of(Chain const& chain, Instant at) const {
  ChainRevocation found;
  auto const& all = chain.certificates;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    auto one = revocation_of(all[i].get(), all[i + 1].get(), at, Origin::file);
    found.is_lasting = (i == 0 || found.is_lasting) && one.is_known;
    one.add(revocation_of(all[i].get(), all[i + 1].get(), at, Origin::office));
    bool const is_known = i == 0 ? one.is_known : found.all.is_known;
    found.all.add(one);
    found.all.is_known = is_known;
  }
  return found;
}

}  // namespace himpun::pdf_signing
