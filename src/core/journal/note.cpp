#include "core/journal/note.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/base64.h"
#include "base/ensure.h"
#include "base/sha256.h"
#include "base/text.h"

namespace himpun::journal {
namespace {

constexpr char algorithm_ed25519 = 1;
constexpr std::size_t key_hash_bytes = 4;
constexpr std::size_t signature_bytes = 64;
constexpr std::size_t most_signatures = 100;
constexpr std::size_t largest_note_bytes = 1'000'000;
constexpr std::string_view line_start = "— ";

std::string_view public_bytes(NoteKey const& key) {
  return {reinterpret_cast<char const*>(key.public_key.data()), key.public_key.size()};
}

std::string tagged_key(NoteKey const& key) { return algorithm_ed25519 + std::string{public_bytes(key)}; }

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }

/// One signature line without its newline.
struct SignatureLine {
  std::string_view name;
  std::string key_hash;
  std::string signature;
};

std::optional<SignatureLine> parse_line(std::string_view line) {
  if (!line.starts_with(line_start)) return std::nullopt;
  auto const parts = split(line.substr(line_start.size()), ' ');
  if (parts.size() != 2 || !is_note_key_name(parts[0])) return std::nullopt;
  auto const bytes = parse_base64(parts[1]);
  if (!bytes || bytes->size() <= key_hash_bytes) return std::nullopt;
  return SignatureLine{parts[0], bytes->substr(0, key_hash_bytes), bytes->substr(key_hash_bytes)};
}

struct Note {
  std::string_view text;
  std::vector<SignatureLine> lines;
};

std::optional<Note> parse_note(std::string_view note) {
  if (note.size() > largest_note_bytes || !is_utf8(note) || std::ranges::any_of(note, is_control)) return std::nullopt;
  auto const blank = note.rfind("\n\n");
  if (blank == std::string_view::npos || blank == 0 || !note.ends_with('\n')) return std::nullopt;
  auto signatures = note.substr(blank + 2);
  if (signatures.empty()) return std::nullopt;
  signatures.remove_suffix(1);
  Note parsed{note.substr(0, blank + 1), {}};
  for (auto const line : split(signatures, '\n')) {
    auto parsed_line = parse_line(line);
    if (!parsed_line || parsed.lines.size() == most_signatures) return std::nullopt;
    parsed.lines.push_back(std::move(*parsed_line));
  }
  return parsed;
}

}  // namespace

bool is_note_key_name(std::string_view name) {
  // Unicode spaces lie outside ASCII; we allow printable ASCII only, which is narrower than the format.
  return !name.empty() && std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F && c != '+'; });
}

std::string key_hash(NoteKey const& key) {
  auto const hash = sha256(key.name + "\n" + tagged_key(key));
  return std::string{bytes_of(hash).substr(0, key_hash_bytes)};
}

std::string to_text(NoteKey const& key) {
  return key.name + "+" + to_hex(key_hash(key)) + "+" + to_base64(tagged_key(key));
}

Result<NoteKey> parse_note_key(std::string_view text) {
  auto const first = text.find('+');
  auto const second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second != std::string_view::npos) {
    NoteKey key{std::string{text.substr(0, first)}, {}};
    auto const bytes = parse_base64(text.substr(second + 1));
    bool const sized = bytes && bytes->size() == key.public_key.size() + 1 && bytes->front() == algorithm_ed25519;
    if (sized && is_note_key_name(key.name)) {
      std::ranges::copy(bytes->substr(1), key.public_key.begin());
      if (to_text(key) == text) return key;
    }
  }
  return refuse(note_key_malformed, {"Kunci ditulis sebagai nama+sidik+kunci; salin seluruhnya tanpa perubahan.",
                                     "A key is written as name+hash+key; copy all of it, unchanged."});
}

std::string to_note(std::string_view text, NoteKey const& key, std::string_view signature) {
  ensure(text.ends_with('\n') && signature.size() == signature_bytes, "a note is a text with an Ed25519 signature");
  ensure(is_note_key_name(key.name), "a signer has a name");
  std::string note{text};
  note += '\n';
  note += line_start;
  note += key.name + " " + to_base64(key_hash(key) + std::string{signature}) + "\n";
  return note;
}

Result<std::string> open_note(std::string_view note, NoteKey const& key, VerifySignature const& verify) {
  auto const parsed = parse_note(note);
  if (!parsed) {
    return refuse(note_malformed, {"Catatan harus berupa teks, satu baris kosong, lalu baris tanda tangan.",
                                   "A note is a text, one blank line, then signature lines."});
  }
  auto const wanted = key_hash(key);
  for (auto const& line : parsed->lines) {
    if (line.name != key.name || line.key_hash != wanted) continue;
    // The first line of this key decides, as in the format's reference implementation.
    if (line.signature.size() == signature_bytes && verify(public_bytes(key), parsed->text, line.signature)) {
      return std::string{parsed->text};
    }
    return refuse(note_signature_wrong, {"Teksnya diubah, atau tanda tangannya milik teks lain.",
                                         "The text was changed, or the signature belongs to another text."});
  }
  return refuse(note_not_signed, {"Periksa apakah kunci ini milik instansi yang benar.",
                                  "Check that this key belongs to the right agency."});
}

}  // namespace himpun::journal
