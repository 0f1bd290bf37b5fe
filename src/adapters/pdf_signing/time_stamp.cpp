#include "adapters/pdf_signing/time_stamp.h"

#include <openssl/err.h>
#include <openssl/rand.h>

#include "base/ensure.h"

namespace himpun::pdf_signing {
namespace {

using Verification = Handle<TS_VERIFY_CTX, TS_VERIFY_CTX_free>;
using Answer = Handle<TS_RESP, TS_RESP_free>;

void add_imprint(TS_REQ* request, Sha256 const& digest) {
  Handle<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free> const imprint{TS_MSG_IMPRINT_new()};
  Handle<X509_ALGOR, X509_ALGOR_free> const algorithm{X509_ALGOR_new()};
  X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
  TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
  auto bytes = digest;
  TS_MSG_IMPRINT_set_msg(imprint.get(), bytes.data(), static_cast<int>(bytes.size()));
  TS_REQ_set_msg_imprint(request, imprint.get());
}

void add_nonce(TS_REQ* request) {
  std::uint64_t number = 0;
  ensure(RAND_bytes(reinterpret_cast<unsigned char*>(&number), sizeof number) == 1, "there is randomness");
  Handle<ASN1_INTEGER, ASN1_INTEGER_free> const nonce{ASN1_INTEGER_new()};
  ASN1_INTEGER_set_uint64(nonce.get(), number >> 1);
  TS_REQ_set_nonce(request, nonce.get());
}

TimeRequest make_request(Sha256 const& digest) {
  TimeRequest request{TS_REQ_new()};
  TS_REQ_set_version(request.get(), 1);
  add_imprint(request.get(), digest);
  add_nonce(request.get());
  TS_REQ_set_cert_req(request.get(), 1);
  return request;
}

std::string der_of(TS_REQ* request) {
  unsigned char* der = nullptr;
  auto const size = i2d_TS_REQ(request, &der);
  ensure(size > 0, "a time-stamp request can be written");
  std::string text{reinterpret_cast<char const*>(der), static_cast<std::size_t>(size)};
  OPENSSL_free(der);
  return text;
}

bool fits(TS_REQ* request, TS_RESP* answer) {
  Verification const check{TS_REQ_to_TS_VERIFY_CTX(request, nullptr)};
  TS_VERIFY_CTX_set_flags(check.get(), TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_NONCE);
  bool const is_right = TS_RESP_verify_response(check.get(), answer) == 1;
  ERR_clear_error();
  return is_right;
}

}  // namespace

std::optional<std::string> time_stamp_token(Sha256 const& digest, AskTime const& ask) {
  if (!ask) return std::nullopt;
  auto const request = make_request(digest);
  auto const bytes = ask(der_of(request.get()));
  if (!bytes) return std::nullopt;
  auto const memory = memory_of(*bytes);
  Answer const answer{d2i_TS_RESP_bio(memory.get(), nullptr)};
  ERR_clear_error();
  if (!answer || !fits(request.get(), answer.get())) return std::nullopt;
  unsigned char* der = nullptr;
  auto const size = i2d_PKCS7(TS_RESP_get_token(answer.get()), &der);
  if (size <= 0) return std::nullopt;
  std::string token{reinterpret_cast<char const*>(der), static_cast<std::size_t>(size)};
  OPENSSL_free(der);
  return token;
}

}  // namespace himpun::pdf_signing
