#include "adapters/keys/keys.h"

#include <sodium.h>

#include <array>
#include <chrono>
#include <mutex>

#include "app/ports/store.h"
#include "base/ensure.h"

namespace himpun::keys {
namespace {

void start_sodium() {
  static int const started = sodium_init();
  ensure(started >= 0, "libsodium starts");
}

/// The last id given, so that the next one is greater even within the same millisecond.
class IdMaker {
 public:
  std::string next() {
    std::lock_guard const lock(mutex_);
    auto const now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    if (now > millisecond_) {
      millisecond_ = now;
      randombytes_buf(random_.data(), random_.size());
      random_[0] &= 0x7F;  // room to count up
    } else {
      count_up();
    }
    return text();
  }

 private:
  void count_up() {
    for (auto byte = random_.rbegin(); byte != random_.rend(); ++byte) {
      if (++*byte != 0) return;
    }
  }

  /// 10 characters of time, 16 of randomness: 5 bits each.
  [[nodiscard]] std::string text() const {
    static constexpr char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string out(26, '0');
    auto time = static_cast<std::uint64_t>(millisecond_);
    for (std::size_t i = 10; i-- > 0; time >>= 5) out[i] = digits[time & 31];
    std::uint32_t bits = 0;
    int held = 0;
    std::size_t at = 10;
    for (auto const byte : random_) {
      bits = (bits << 8) | byte;
      held += 8;
      while (held >= 5) {
        held -= 5;
        out[at++] = digits[(bits >> held) & 31];
      }
    }
    return out;
  }

  std::mutex mutex_;
  std::int64_t millisecond_ = 0;
  std::array<std::uint8_t, 10> random_{};
};

class Argon2id final : public app::PasswordHasher {
 public:
  explicit Argon2id(PasswordCost cost) : cost_(cost) { start_sodium(); }

  std::string hash(std::string_view password) override {
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(text, password.data(), password.size(), cost_.passes, cost_.memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
      throw app::StoreFailure("memori tidak cukup untuk memeriksa kata sandi");
    }
    return text;
  }

  bool verify(std::string_view password, std::string_view hash) override {
    std::string const text{hash};
    return crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
  }

 private:
  PasswordCost cost_;
};

}  // namespace

app::MakeId make_id() {
  start_sodium();
  auto maker = std::make_shared<IdMaker>();
  return [maker] { return maker->next(); };
}

app::MakeToken make_token() {
  start_sodium();
  return [] {
    std::array<unsigned char, 32> random;
    randombytes_buf(random.data(), random.size());
    char text[sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];
    sodium_bin2base64(text, sizeof text, random.data(), random.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return std::string{text};
  };
}

std::unique_ptr<app::PasswordHasher> argon2id(PasswordCost cost) { return std::make_unique<Argon2id>(cost); }

}  // namespace himpun::keys
