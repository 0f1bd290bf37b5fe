#pragma once
// "Did you mean ...?": the known word nearest to a mistyped one. It compares ASCII letters without regard to case.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/words.h"

namespace himpun {

/// Number of letters to insert, remove or change to get from one word to the other, at most `give_up + 1`.
[[nodiscard]] std::size_t edit_distance(std::string_view from, std::string_view to, std::size_t give_up);

/// The nearest of `known`, when at most a third of the letters (at least one) differ.
[[nodiscard]] std::optional<std::string> closest_word(std::string_view word, std::span<std::string const> known);

/// " Maksud Anda `x`?" or, when nothing is near, " Pilihan: a, b, c." (empty when there is nothing to choose).
[[nodiscard]] Words suggest(std::string_view word, std::span<std::string const> known);

}  // namespace himpun
