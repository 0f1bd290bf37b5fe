#include "base/sha256.h"

#include <openssl/evp.h>

#include <algorithm>
#include <memory>

#include "base/base64.h"
#include "base/ensure.h"

namespace himpun {
namespace {

EVP_MD const* algorithm() {
  static EVP_MD const* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return fetched;
}

EVP_MD_CTX* as_context(std::shared_ptr<void> const& context) { return static_cast<EVP_MD_CTX*>(context.get()); }

}  // namespace

Sha256Stream::Sha256Stream()
    : context_(EVP_MD_CTX_new(), [](void* context) { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context)); }) {
  ensure(context_ && EVP_DigestInit_ex(as_context(context_), algorithm(), nullptr) == 1, "SHA-256 is available");
}

void Sha256Stream::update(std::string_view bytes) {
  ensure(EVP_DigestUpdate(as_context(context_), bytes.data(), bytes.size()) == 1, "SHA-256 update");
}

Sha256 Sha256Stream::finish() {
  Sha256 hash;
  unsigned length = 0;
  ensure(EVP_DigestFinal_ex(as_context(context_), hash.data(), &length) == 1 && length == hash.size(),
         "SHA-256 finish");
  return hash;
}

Sha256 sha256(std::string_view bytes) {
  thread_local std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const kept{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
  auto* const context = kept.get();
  Sha256 hash;
  unsigned length = 0;
  ensure(EVP_DigestInit_ex(context, algorithm(), nullptr) == 1 &&
             EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1 &&
             EVP_DigestFinal_ex(context, hash.data(), &length) == 1,
         "SHA-256");
  return hash;
}

std::string to_hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (unsigned char const byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::string to_hex(Sha256 const& hash) { return to_hex(bytes_of(hash)); }

std::optional<Sha256> parse_sha256(std::string_view hex) {
  auto const bytes = parse_hex(hex);
  return bytes ? sha256_from_bytes(*bytes) : std::nullopt;
}

std::optional<Sha256> sha256_from_bytes(std::string_view bytes) {
  Sha256 hash;
  if (bytes.size() != hash.size()) return std::nullopt;
  std::ranges::copy(bytes, hash.begin());
  return hash;
}

}  // namespace himpun
