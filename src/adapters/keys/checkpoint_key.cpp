#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "adapters/keys/keys.h"
#include "app/ports/store.h"
#include "base/ensure.h"

namespace himpun::keys {
namespace {

using Seed = std::array<unsigned char, crypto_sign_SEEDBYTES>;

[[noreturn]] void fail(std::string const& path, char const* what) {
  throw app::StoreFailure(path + ": " + what + ": " + std::strerror(errno));
}

class File {
 public:
  File(std::string const& path, int flags, mode_t mode = 0) : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  File(File const&) = delete;
  File& operator=(File const&) = delete;
  ~File() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

Seed read_seed(File const& file, std::string const& path) {
  Seed seed;
  if (::read(file.number(), seed.data(), seed.size()) != static_cast<ssize_t>(seed.size())) fail(path, "terpotong");
  return seed;
}

/// A new seed, durable under its name before it is used: written aside, then linked, so that two processes that start
/// together agree on the one that came first.
Seed make_seed(std::string const& folder, std::string const& path) {
  Seed seed;
  randombytes_buf(seed.data(), seed.size());
  auto const aside = path + "." + std::to_string(::getpid());
  {
    File const file(aside, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (!file.is_open()) fail(aside, "tidak dapat dibuat");
    if (::write(file.number(), seed.data(), seed.size()) != static_cast<ssize_t>(seed.size()) ||
        ::fsync(file.number()) != 0) {
      fail(aside, "tidak dapat ditulis");
    }
  }
  bool const first = ::link(aside.c_str(), path.c_str()) == 0;
  ::unlink(aside.c_str());
  if (!first) {
    File const file(path, O_RDONLY);
    if (!file.is_open()) fail(path, "tidak dapat dibuka");
    return read_seed(file, path);
  }
  File const directory(folder, O_RDONLY | O_DIRECTORY);
  if (!directory.is_open() || ::fsync(directory.number()) != 0) fail(folder, "tidak dapat disimpan");
  return seed;
}

bool is_signed(std::string_view public_key, std::string_view message, std::string_view signature) {
  return public_key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(reinterpret_cast<unsigned char const*>(signature.data()),
                                     reinterpret_cast<unsigned char const*>(message.data()), message.size(),
                                     reinterpret_cast<unsigned char const*>(public_key.data())) == 0;
}

class Ed25519 final : public app::CheckpointKey {
 public:
  Ed25519(Seed const& seed, std::string name) : name_(std::move(name)) {
    crypto_sign_seed_keypair(public_.data(), secret_.data(), seed.data());
  }
  ~Ed25519() override { sodium_memzero(secret_.data(), secret_.size()); }

  std::string name() const override { return name_; }
  std::string public_key() const override { return {public_.begin(), public_.end()}; }

  std::string sign(std::string_view message) const override {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                         reinterpret_cast<unsigned char const*>(message.data()), message.size(), secret_.data());
    return signature;
  }

  bool verify(std::string_view public_key, std::string_view message, std::string_view signature) const override {
    return is_signed(public_key, message, signature);
  }

 private:
  std::string name_;
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> public_{};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_{};
};

/// The public half only.
class Verifier final : public app::CheckpointKey {
 public:
  Verifier(std::string name, std::string public_key) : name_(std::move(name)), public_(std::move(public_key)) {}

  bool can_sign() const override { return false; }
  std::string name() const override { return name_; }
  std::string public_key() const override { return public_; }
  std::string sign(std::string_view) const override {
    ensure(can_sign(), "only who can sign is asked to");
    return {};
  }
  bool verify(std::string_view public_key, std::string_view message, std::string_view signature) const override {
    return is_signed(public_key, message, signature);
  }

 private:
  std::string name_;
  std::string public_;
};

std::unique_ptr<app::CheckpointKey> key_of(Seed seed, std::string name) {
  auto key = std::make_unique<Ed25519>(seed, std::move(name));
  sodium_memzero(seed.data(), seed.size());
  return key;
}

}  // namespace

std::string path_in(std::string const& folder) { return folder + "/checkpoint.ed25519"; }

std::unique_ptr<app::CheckpointKey> checkpoint_key(std::string const& folder, std::string name) {
  ensure(sodium_init() >= 0, "libsodium starts");
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  if (auto found = find_checkpoint_key(folder, name)) return found;
  return key_of(make_seed(folder, path_in(folder)), std::move(name));
}

std::unique_ptr<app::CheckpointKey> find_checkpoint_key(std::string const& folder, std::string name) {
  ensure(sodium_init() >= 0, "libsodium starts");
  auto const path = path_in(folder);
  File const file(path, O_RDONLY);
  if (file.is_open()) return key_of(read_seed(file, path), std::move(name));
  if (errno != ENOENT) fail(path, "tidak dapat dibuka");
  return nullptr;
}

std::unique_ptr<app::CheckpointKey> verifier_key(std::string name, std::string public_key) {
  ensure(sodium_init() >= 0, "libsodium starts");
  return std::make_unique<Verifier>(std::move(name), std::move(public_key));
}

}  // namespace himpun::keys
