#include "core/signing/code.h"

#include <algorithm>
#include <charconv>

namespace himpun::signing {
namespace {

bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

}  // namespace

std::string to_text(Code const& code) { return code.case_id + "-" + std::to_string(code.id); }

std::optional<Code> parse_code(std::string_view text) {
  auto const dash = text.rfind('-');
  if (dash == std::string_view::npos || dash == 0 || dash > 64) return std::nullopt;
  auto const name = text.substr(0, dash);
  auto const number = text.substr(dash + 1);
  if (!std::ranges::all_of(name, is_letter) || number.empty() || number.size() > 6) return std::nullopt;
  Code code{std::string{name}, 0};
  auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), code.id);
  if (error != std::errc{} || end != number.data() + number.size() || code.id < 1) return std::nullopt;
  return code;
}

std::optional<Code> find_code(std::string_view sentence) {
  auto const at = sentence.find(code_words);
  if (at == std::string_view::npos) return std::nullopt;
  auto const rest = sentence.substr(at + code_words.size());
  auto const end = std::ranges::find_if(rest, [](char letter) { return !is_letter(letter) && letter != '-'; });
  return parse_code(rest.substr(0, static_cast<std::size_t>(end - rest.begin())));
}

}  // namespace himpun::signing
