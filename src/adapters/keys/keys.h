#pragma once
// Identifiers, tokens, passwords and the checkpoint key, on libsodium. Nothing here is kept by the database: the
// checkpoint key lies in the data folder, readable by its owner only.

#include <cstdint>
#include <memory>
#include <string>

#include "app/ports/world.h"

namespace himpun::keys {

/// ULIDs in Crockford's base32: 48 bits of milliseconds, 80 random bits; within one millisecond they count up, so that
/// ids of one process always ascend.
[[nodiscard]] app::MakeId make_id();
/// 43 characters of base64url: 256 random bits.
[[nodiscard]] app::MakeToken make_token();

/// What one password check costs. The default is libsodium's for interactive use: 64 MiB, two passes.
struct PasswordCost {
  std::uint64_t passes = 2;
  std::size_t memory_bytes = 64 * 1024 * 1024;
};
[[nodiscard]] std::unique_ptr<app::PasswordHasher> argon2id(PasswordCost cost = {});

/// Where the checkpoint key of a data folder's `keys` lies.
[[nodiscard]] std::string path_in(std::string const& folder);
/// The key in `folder`/checkpoint.ed25519; made when it is not there. `name` is the origin of its checkpoints. Throws
/// StoreFailure when the file cannot be read or written.
[[nodiscard]] std::unique_ptr<app::CheckpointKey> checkpoint_key(std::string const& folder, std::string name);
/// The same, but null when the file is not there.
[[nodiscard]] std::unique_ptr<app::CheckpointKey> find_checkpoint_key(std::string const& folder, std::string name);
/// Checks what the key with this public half (32 bytes) has signed; cannot sign.
[[nodiscard]] std::unique_ptr<app::CheckpointKey> verifier_key(std::string name, std::string public_key);

}  // namespace himpun::keys
