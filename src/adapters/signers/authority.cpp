#include "adapters/signers/authority.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "adapters/pdf_signing/cms_signature.h"
#include "base/ensure.h"
#include "base/sha256.h"
#include "base/text.h"

namespace himpun::signers {
namespace {

using namespace pdf_signing;
using Pkcs12 = Handle<PKCS12, PKCS12_free>;
using Serial = Handle<ASN1_INTEGER, ASN1_INTEGER_free>;
using Time = Handle<ASN1_TIME, ASN1_TIME_free>;

constexpr std::size_t fewest_letters = 8;
constexpr int key_derivation_rounds = 100'000;
constexpr auto authority_life = std::chrono::days{3653};
constexpr auto list_life = std::chrono::days{366};

std::time_t seconds_of(Instant at) {
  return static_cast<std::time_t>(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

std::unexpected<Problem> failed() {
  auto const why = last_error();
  return refuse(key_failed, {"OpenSSL menolak (" + why + ").", "OpenSSL refused (" + why + ")."});
}

Result<void> require_strong(Secret const& passphrase) {
  if (count_characters(passphrase.reveal()) >= fewest_letters) return {};
  return refuse(app::passphrase_weak, {"Pakai paling sedikit 8 huruf.", "Use at least 8 characters."});
}

Key make_key(KeyKind kind) {
  return Key{kind == KeyKind::p256 ? EVP_EC_gen("P-256") : EVP_RSA_gen(3072)};
}

void add_name(X509_NAME* name, char const* field, std::string const& value) {
  if (value.empty()) return;
  X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<unsigned char const*>(value.data()),
                             static_cast<int>(value.size()), -1, 0);
}

/// Attribute values have upper bounds (RFC 5280, appendix A).
std::string within(std::string const& text, std::size_t bytes) {
  auto cut = text.substr(0, bytes);
  while (!cut.empty() && !is_utf8(cut)) cut.pop_back();
  return cut;
}

void add_extension(X509* certificate, X509V3_CTX* context, int name, char const* value) {
  Handle<X509_EXTENSION, X509_EXTENSION_free> const extension{X509V3_EXT_conf_nid(nullptr, context, name, value)};
  ensure(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "an extension of ours is right");
}

void add_serial(X509* certificate) {
  unsigned char bytes[16];
  ensure(RAND_bytes(bytes, sizeof bytes) == 1, "there is randomness");
  bytes[0] &= 0x7f;
  bytes[0] |= 0x40;
  Handle<BIGNUM, BN_free> const number{BN_bin2bn(bytes, sizeof bytes, nullptr)};
  BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

Certificate begin_certificate(EVP_PKEY* key, Instant from, Instant to) {
  Certificate certificate{X509_new()};
  X509_set_version(certificate.get(), X509_VERSION_3);
  add_serial(certificate.get());
  ASN1_TIME_set(X509_getm_notBefore(certificate.get()), seconds_of(from));
  ASN1_TIME_set(X509_getm_notAfter(certificate.get()), seconds_of(to));
  X509_set_pubkey(certificate.get(), key);
  return certificate;
}

std::string text_of(BIO* memory) {
  char* data = nullptr;
  auto const size = BIO_get_mem_data(memory, &data);
  return {data, static_cast<std::size_t>(size)};
}

struct Opened {
  Key key;
  Certificate certificate;
};

Result<Opened> open_authority(AuthorityFiles const& files, Secret const& passphrase) {
  ERR_clear_error();
  auto const memory = memory_of(files.key);
  auto word = passphrase.reveal();
  Opened opened{Key{PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, word.data())}, {}};
  auto certificates = certificates_of(files.certificate);
  if (!opened.key) return refuse(app::passphrase_wrong);
  if (certificates.empty()) return failed();
  opened.certificate = std::move(certificates.front());
  return opened;
}

void describe_official(X509* certificate, X509* issuer, KeySubject const& subject) {
  auto* name = X509_get_subject_name(certificate);
  add_name(name, "C", "ID");
  add_name(name, "O", within(subject.office, 64));
  add_name(name, "title", within(subject.position, 64));
  add_name(name, "serialNumber", within(subject.number, 64));
  add_name(name, "CN", within(subject.name, 64));
  X509_set_issuer_name(certificate, X509_get_subject_name(issuer));
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  add_extension(certificate, &context, NID_basic_constraints, "critical,CA:FALSE");
  add_extension(certificate, &context, NID_key_usage, "critical,digitalSignature,nonRepudiation");
  add_extension(certificate, &context, NID_subject_key_identifier, "hash");
  add_extension(certificate, &context, NID_authority_key_identifier, "keyid:always");
}

Result<std::string> pack(std::string const& name, EVP_PKEY* key, X509* certificate, X509* issuer,
                         Secret const& passphrase) {
  CertificateStack const chain{sk_X509_new_null()};
  X509_up_ref(issuer);
  sk_X509_push(chain.get(), issuer);
  Pkcs12 const packed{PKCS12_create(passphrase.reveal().c_str(), name.c_str(), key, certificate, chain.get(),
                                    NID_aes_256_cbc, NID_aes_256_cbc, key_derivation_rounds, key_derivation_rounds, 0)};
  if (!packed) return failed();
  Memory const memory{BIO_new(BIO_s_mem())};
  i2d_PKCS12_bio(memory.get(), packed.get());
  return text_of(memory.get());
}

std::string serial_of(X509* certificate) {
  auto const* serial = X509_get0_serialNumber(certificate);
  return to_hex(std::string_view{reinterpret_cast<char const*>(ASN1_STRING_get0_data(serial)),
                                 static_cast<std::size_t>(ASN1_STRING_length(serial))});
}

void add_revoked(X509_CRL* list, RevokedSerial const& revoked) {
  Handle<X509_REVOKED, X509_REVOKED_free> entry{X509_REVOKED_new()};
  BIGNUM* number = nullptr;
  BN_hex2bn(&number, revoked.serial.c_str());
  Serial const serial{BN_to_ASN1_INTEGER(number, nullptr)};
  BN_free(number);
  Time const time{ASN1_TIME_set(nullptr, seconds_of(revoked.at))};
  X509_REVOKED_set_serialNumber(entry.get(), serial.get());
  X509_REVOKED_set_revocationDate(entry.get(), time.get());
  X509_CRL_add0_revoked(list, entry.release());
}

}  // namespace

Result<AuthorityFiles> make_authority(std::string const& office, KeyKind kind, Secret const& passphrase, Instant now) {
  if (auto ok = require_strong(passphrase); !ok) return std::unexpected(ok.error());
  auto const key = make_key(kind);
  if (!key) return failed();
  auto const certificate = begin_certificate(key.get(), now - std::chrono::minutes{5}, now + authority_life);
  auto* name = X509_get_subject_name(certificate.get());
  add_name(name, "C", "ID");
  add_name(name, "O", within(office, 64));
  add_name(name, "CN", "Otoritas sertifikat internal");  // O names the office
  X509_set_issuer_name(certificate.get(), name);
  X509V3_CTX context;
  X509V3_set_ctx(&context, certificate.get(), certificate.get(), nullptr, nullptr, 0);
  add_extension(certificate.get(), &context, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  add_extension(certificate.get(), &context, NID_key_usage, "critical,keyCertSign,cRLSign");
  add_extension(certificate.get(), &context, NID_subject_key_identifier, "hash");
  if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0) return failed();
  Memory const memory{BIO_new(BIO_s_mem())};
  auto const& word = passphrase.reveal();
  if (PEM_write_bio_PKCS8PrivateKey(memory.get(), key.get(), EVP_aes_256_cbc(), word.data(),
                                    static_cast<int>(word.size()), nullptr, nullptr) != 1) {
    return failed();
  }
  return AuthorityFiles{text_of(memory.get()), pem_of(certificate.get())};
}

Result<IssuedKey> issue_key(AuthorityFiles const& authority, Secret const& passphrase, KeySubject const& subject,
                            KeyKind kind, Secret const& key_passphrase, Instant from, Instant to) {
  if (auto ok = require_strong(key_passphrase); !ok) return std::unexpected(ok.error());
  auto const opened = open_authority(authority, passphrase);
  if (!opened) return std::unexpected(opened.error());
  auto const key = make_key(kind);
  if (!key) return failed();
  auto const certificate = begin_certificate(key.get(), from, to);
  describe_official(certificate.get(), opened->certificate.get(), subject);
  if (X509_sign(certificate.get(), opened->key.get(), EVP_sha256()) == 0) return failed();
  auto packed = pack(subject.name, key.get(), certificate.get(), opened->certificate.get(), key_passphrase);
  if (!packed) return std::unexpected(packed.error());
  return IssuedKey{std::move(*packed), pem_of(certificate.get()), serial_of(certificate.get()),
                   to_hex(sha256(pdf_signing::der_of(certificate.get()))), to};
}

Result<std::string> make_revocation_list(AuthorityFiles const& authority, Secret const& passphrase,
                                         std::vector<RevokedSerial> const& revoked, std::int64_t number, Instant now) {
  auto const opened = open_authority(authority, passphrase);
  if (!opened) return std::unexpected(opened.error());
  RevocationList const list{X509_CRL_new()};
  X509_CRL_set_version(list.get(), X509_CRL_VERSION_2);
  X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(opened->certificate.get()));
  Time const last{ASN1_TIME_set(nullptr, seconds_of(now))};
  Time const next{ASN1_TIME_set(nullptr, seconds_of(now + list_life))};
  X509_CRL_set1_lastUpdate(list.get(), last.get());
  X509_CRL_set1_nextUpdate(list.get(), next.get());
  Serial const count{ASN1_INTEGER_new()};
  ASN1_INTEGER_set_int64(count.get(), number);
  X509_CRL_add1_ext_i2d(list.get(), NID_crl_number, count.get(), 0, 0);
  for (auto const& each : revoked) add_revoked(list.get(), each);
  X509_CRL_sort(list.get());
  if (X509_CRL_sign(list.get(), opened->key.get(), EVP_sha256()) == 0) return failed();
  Memory const memory{BIO_new(BIO_s_mem())};
  PEM_write_bio_X509_CRL(memory.get(), list.get());
  return text_of(memory.get());
}

Result<Credential> open_pkcs12(std::string const& bytes, Secret const& passphrase) {
  ERR_clear_error();
  auto const memory = memory_of(bytes);
  Pkcs12 const packed{d2i_PKCS12_bio(memory.get(), nullptr)};
  if (!packed) return failed();
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  STACK_OF(X509)* chain = nullptr;
  if (PKCS12_parse(packed.get(), passphrase.reveal().c_str(), &key, &certificate, &chain) != 1) {
    ERR_clear_error();
    return refuse(app::passphrase_wrong, {"Periksa frasa sandi, lalu coba lagi.", "Check the passphrase and try again."});
  }
  Credential credential{Key{key}, Certificate{certificate}, {}};
  CertificateStack const all{chain};
  for (int i = 0; chain && i < sk_X509_num(chain); ++i) {
    X509_up_ref(sk_X509_value(chain, i));
    credential.chain.emplace_back(sk_X509_value(chain, i));
  }
  if (!key || !certificate) return failed();
  return credential;
}

}  // namespace himpun::signers
