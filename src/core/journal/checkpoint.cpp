#include "core/journal/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "base/base64.h"
#include "base/text.h"

namespace himpun::journal {
namespace {

std::unexpected<Problem> malformed() {
  return refuse(checkpoint_malformed, {"Tiga baris pertama harus asal, jumlah daun, dan akar (base64).",
                                       "The first three lines are origin, number of leaves and root (base64)."});
}

/// Decimal without leading zeros.
std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t size = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  if (error != std::errc{} || std::to_string(size) != text) return std::nullopt;
  return size;
}

std::optional<Sha256> parse_root(std::string_view text) {
  auto const bytes = parse_base64(text);
  return bytes ? sha256_from_bytes(*bytes) : std::nullopt;
}

}  // namespace

std::string to_text(Checkpoint const& checkpoint) {
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + to_base64(bytes_of(checkpoint.root)) +
         "\n";
}

Result<Checkpoint> parse_checkpoint(std::string_view text) {
  if (!text.ends_with('\n')) return malformed();
  text.remove_suffix(1);
  auto const lines = split(text, '\n');
  bool const blank = std::ranges::any_of(lines, [](auto line) { return line.empty(); });
  if (lines.size() < 3 || blank) return malformed();
  auto const size = parse_size(lines[1]);
  auto const root = parse_root(lines[2]);
  if (!size || !root) return malformed();
  return Checkpoint{std::string{lines[0]}, *size, *root};
}

Result<Checkpoint> open_checkpoint(std::string_view note, NoteKey const& key, VerifySignature const& verify) {
  auto const text = open_note(note, key, verify);
  if (!text) return std::unexpected(text.error());
  auto checkpoint = parse_checkpoint(*text);
  if (checkpoint && checkpoint->origin != key.name) {
    return refuse(checkpoint_malformed,
                  {"Asal titik periksa bukan nama kuncinya.", "The checkpoint's origin is not the name of its key."});
  }
  return checkpoint;
}

}  // namespace himpun::journal
