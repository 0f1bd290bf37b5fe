#pragma once
// Events and an Ed25519 key for tests.

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <memory>
#include <string>

#include "base/json_map.h"
#include "core/journal/chain.h"
#include "core/journal/note.h"

namespace himpun::journal {

inline Envelope sample_envelope(std::int64_t version) {
  return {.agency = "dispusip",
          .stream = "case/01J9",
          .version = version,
          .at = *parse_instant("2026-01-05T00:30:00Z"),
          .actor = {"analis", "p-1", "analis"},
          .type = "workflow.step_completed",
          .type_version = 1,
          .data = Json{}.add("step", "himpun").add("n", version)};
}

/// `count` events of one stream, sealed.
inline std::vector<SealedEvent> sample_stream(int count) {
  std::vector<SealedEvent> events;
  Sha256 previous = no_event;
  for (int version = 1; version <= count; ++version) {
    auto const bytes = to_bytes(sample_envelope(version));
    events.push_back({version, bytes, seal(previous, bytes), previous});
    previous = events.back().hash;
  }
  return events;
}

inline unsigned char const* raw(std::string_view bytes) { return reinterpret_cast<unsigned char const*>(bytes.data()); }

/// An Ed25519 key from a fixed seed.
class SampleSigner {
 public:
  explicit SampleSigner(std::string name, std::string seed = std::string(32, 'h'))
      : key_(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, raw(seed), seed.size()), EVP_PKEY_free) {
    key.name = std::move(name);
    std::size_t size = key.public_key.size();
    EVP_PKEY_get_raw_public_key(key_.get(), key.public_key.data(), &size);
  }

  [[nodiscard]] std::string sign(std::string_view message) const {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get());
    std::string signature(64, '\0');
    std::size_t size = signature.size();
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, raw(message),
                   message.size());
    return signature;
  }

  NoteKey key;

 private:
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
};

inline bool verify_ed25519(std::string_view public_key, std::string_view message, std::string_view signature) {
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> const key{
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(public_key), public_key.size()), EVP_PKEY_free};
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
  return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(message), message.size()) == 1;
}

}  // namespace himpun::journal
