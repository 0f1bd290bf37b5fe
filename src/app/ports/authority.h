#pragma once
// An office's own certificate authority, as the use cases see it: files in, files out. Keys never reach the journal.

#include <cstdint>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/secret.h"
#include "base/time.h"

namespace himpun::app {

enum class KeyKind : std::uint8_t { p256, rsa3072 };

struct AuthorityFiles {
  std::string key;          ///< PEM, encrypted with the authority's passphrase
  std::string certificate;  ///< PEM
};

struct KeySubject {
  std::string name;
  std::string position;
  std::string office;
  std::string number;  ///< NIP; may be empty
};

struct IssuedKey {
  std::string pkcs12;       ///< encrypted with the official's passphrase
  std::string certificate;  ///< PEM
  std::string serial;       ///< hex
  std::string sha256;       ///< of the certificate's DER form, hex
  Instant not_after{};
};

struct RevokedSerial {
  std::string serial;
  Instant at{};
};

inline constexpr ProblemType passphrase_wrong{"signing.passphrase_wrong", ProblemKind::forbidden,
                                              "Frasa sandi kunci salah", "The key's passphrase is wrong"};
inline constexpr ProblemType passphrase_weak{"signing.passphrase_weak", ProblemKind::invalid,
                                             "Frasa sandi terlalu pendek", "The passphrase is too short"};

class KeyAuthority {
 public:
  virtual ~KeyAuthority() = default;
  [[nodiscard]] virtual Result<AuthorityFiles> make(std::string const& office, KeyKind kind, Secret const& passphrase,
                                                    Instant now) = 0;
  [[nodiscard]] virtual Result<IssuedKey> issue(AuthorityFiles const& authority, Secret const& passphrase,
                                                KeySubject const& subject, KeyKind kind, Secret const& key_passphrase,
                                                Instant from, Instant to) = 0;
  [[nodiscard]] virtual Result<std::string> revocation_list(AuthorityFiles const& authority, Secret const& passphrase,
                                                            std::vector<RevokedSerial> const& revoked,
                                                            std::int64_t number, Instant now) = 0;
};

}  // namespace himpun::app
