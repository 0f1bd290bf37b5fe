#pragma once
// What the layer rules need to know about a C++ text: its includes, its code without comments and literals, and where
// its functions begin and end. It is a reader of tokens, not a compiler: good enough for code in the house style.

#include <string>
#include <string_view>
#include <vector>

namespace himpun::layers {

struct Include {
  int line = 0;
  std::string target;
  bool is_angled = false;
};

/// The text with comments and the insides of literals turned into spaces; line breaks stay where they were.
[[nodiscard]] std::string blank_out(std::string_view text);

[[nodiscard]] std::vector<Include> includes_of(std::string_view text);

struct Function {
  int line = 0;   ///< of its opening brace
  int lines = 0;  ///< opening to closing brace
};
/// `code` is blanked out.
[[nodiscard]] std::vector<Function> functions_of(std::string_view code);

[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);
/// Whether `word` stands in `line` and is not part of a longer name.
[[nodiscard]] bool has_word(std::string_view line, std::string_view word);

}  // namespace himpun::layers
