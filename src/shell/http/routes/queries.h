#pragma once
// Reading query and path parameters against their closed lists; what is wrong is named with its pointer (`/?name`).

#include <charconv>

#include "base/text.h"
#include "shell/http/api.h"

namespace himpun::http {

[[nodiscard]] inline Problem wrong_parameter(std::string_view name, Words message) {
  return Problem{.type = &input_invalid, .fields = {{"/?" + std::string{name}, std::move(message)}}};
}

/// The word of a described enum; absent when the parameter is.
template <class Enum>
[[nodiscard]] Result<std::optional<Enum>> query_word(Call const& call, std::string_view name) {
  auto const* text = call.request().query.find(name);
  if (!text) return std::nullopt;
  Enum value{};
  if (boost::describe::enum_from_string(text->c_str(), value)) return value;
  return std::unexpected(wrong_parameter(name, {"kata ini tidak dikenal", "this word is not known"}));
}

/// Text of at most `most` characters; empty when the parameter is absent.
[[nodiscard]] inline Result<std::string> query_text(Call const& call, std::string_view name, std::size_t most) {
  auto const& text = call.query(name);
  if (count_characters(text) <= most) return text;
  return std::unexpected(wrong_parameter(name, {"terlalu panjang", "is too long"}));
}

/// A whole number from 1; absent when the text is empty.
[[nodiscard]] inline Result<std::optional<std::int64_t>> whole_number(std::string const& text, std::string_view name) {
  if (text.empty()) return std::nullopt;
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= 1) return number;
  return std::unexpected(wrong_parameter(name, {"harus bilangan mulai dari 1", "must be a whole number from 1"}));
}

inline constexpr ProblemType cursor_foreign{"list.cursor_malformed", ProblemKind::invalid,
                                            "Penanda halaman tidak benar", "The page cursor is not right"};

}  // namespace himpun::http
