#pragma once
// The head of an agency's Merkle tree as text (C2SP tlog-checkpoint): origin, size, root, one line each. Signed as a
// note (note.h). The origin is the name of the key, so that no key can speak for another agency.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/sha256.h"
#include "core/journal/note.h"

namespace himpun::journal {

inline constexpr ProblemType checkpoint_malformed{"journal.checkpoint_malformed", ProblemKind::invalid,
                                                  "Titik periksa tidak dapat dibaca", "The checkpoint cannot be read"};

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;  ///< number of leaves
  Sha256 root{};

  bool operator==(Checkpoint const&) const = default;
};

/// What is signed: "origin\nsize\nbase64(root)\n".
[[nodiscard]] std::string to_text(Checkpoint const& checkpoint);
/// Extension lines after the third are accepted and ignored.
[[nodiscard]] Result<Checkpoint> parse_checkpoint(std::string_view text);

/// The checkpoint of a signed note, when `key` signed it and it is of this key's log.
[[nodiscard]] Result<Checkpoint> open_checkpoint(std::string_view note, NoteKey const& key,
                                                 VerifySignature const& verify);

}  // namespace himpun::journal
