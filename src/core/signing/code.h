#pragma once
// The code by which a stranger finds a signed paper: the case's id and the number of the signing within it, as it
// stands in the QR code and in the signature's reason. Case ids are not guessable (80 random bits).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace himpun::signing {

struct Code {
  std::string case_id;
  std::int32_t id = 1;
};
/// `01JABC...-3`
[[nodiscard]] std::string to_text(Code const& code);
[[nodiscard]] std::optional<Code> parse_code(std::string_view text);
/// The code in a sentence ("... kode verifikasi 01JABC...-3"), as the reason of our signatures has it.
[[nodiscard]] std::optional<Code> find_code(std::string_view sentence);

inline constexpr std::string_view code_words = "kode verifikasi ";

}  // namespace himpun::signing
