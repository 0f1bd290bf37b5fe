#include "base/sha512.h"

#include <openssl/evp.h>

#include <array>

#include "base/ensure.h"
#include "base/sha256.h"

namespace himpun {
namespace {

EVP_MD const* algorithm() {
  static EVP_MD const* const fetched = EVP_MD_fetch(nullptr, "SHA512", nullptr);
  return fetched;
}

EVP_MD_CTX* as_context(std::shared_ptr<void> const& context) { return static_cast<EVP_MD_CTX*>(context.get()); }

}  // namespace

Sha512Stream::Sha512Stream()
    : context_(EVP_MD_CTX_new(), [](void* context) { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context)); }) {
  ensure(context_ && EVP_DigestInit_ex(as_context(context_), algorithm(), nullptr) == 1, "SHA-512 is available");
}

void Sha512Stream::update(std::string_view bytes) {
  ensure(EVP_DigestUpdate(as_context(context_), bytes.data(), bytes.size()) == 1, "SHA-512 update");
}

std::string Sha512Stream::finish() {
  std::array<char, 64> hash;
  unsigned length = 0;
  ensure(EVP_DigestFinal_ex(as_context(context_), reinterpret_cast<unsigned char*>(hash.data()), &length) == 1 &&
             length == hash.size(),
         "SHA-512 finish");
  return to_hex(std::string_view{hash.data(), hash.size()});
}

std::string sha512_hex(std::string_view bytes) {
  Sha512Stream stream;
  stream.update(bytes);
  return stream.finish();
}

}  // namespace himpun
