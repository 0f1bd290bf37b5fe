#pragma once
// A signed note (C2SP signed-note): a text, a blank line, and lines "— name base64(key hash || signature)". The key
// that checks it travels as "name+hash+base64(0x01 || public key)". Ed25519 itself is passed in: this ring holds no
// keys and signs nothing.

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace himpun::journal {

inline constexpr ProblemType note_malformed{"journal.note_malformed", ProblemKind::invalid,
                                            "Catatan bertanda tangan tidak dapat dibaca",
                                            "The signed note cannot be read"};
inline constexpr ProblemType note_key_malformed{"journal.note_key_malformed", ProblemKind::invalid,
                                                "Kunci pemeriksa tidak dapat dibaca",
                                                "The verifier key cannot be read"};
inline constexpr ProblemType note_not_signed{"journal.note_not_signed", ProblemKind::invalid,
                                             "Catatan tidak ditandatangani dengan kunci ini",
                                             "The note is not signed with this key"};
inline constexpr ProblemType note_signature_wrong{"journal.note_signature_wrong", ProblemKind::invalid,
                                                  "Tanda tangan catatan tidak cocok",
                                                  "The note's signature does not match"};

/// Who signs, and the Ed25519 public key that shows it.
struct NoteKey {
  std::string name;  ///< not empty, without spaces and plus signs
  std::array<std::uint8_t, 32> public_key{};

  bool operator==(NoteKey const&) const = default;
};

[[nodiscard]] bool is_note_key_name(std::string_view name);
/// The first four bytes of SHA-256(name || "\n" || 0x01 || public key).
[[nodiscard]] std::string key_hash(NoteKey const& key);
/// `himpun/dispusip+6f1c2a3b+AbC...=`
[[nodiscard]] std::string to_text(NoteKey const& key);
[[nodiscard]] Result<NoteKey> parse_note_key(std::string_view text);

/// Checks one Ed25519 signature (64 bytes) with a public key (32 bytes).
using VerifySignature =
    std::function<bool(std::string_view public_key, std::string_view message, std::string_view signature)>;

/// The note for `text` (which ends with a newline and is what was signed) and its 64-byte signature.
[[nodiscard]] std::string to_note(std::string_view text, NoteKey const& key, std::string_view signature);

/// The text of the note, when `key` signed it. Lines of other signers are ignored.
[[nodiscard]] Result<std::string> open_note(std::string_view note, NoteKey const& key, VerifySignature const& verify);

}  // namespace himpun::journal
