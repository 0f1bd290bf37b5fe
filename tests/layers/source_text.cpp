#include "layers/source_text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace himpun::layers {
namespace {

bool is_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Walks over one text and copies it, blanking comments and literals.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), out_(text) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    if (starts("//")) return blank_to(text_.find('\n', at_));
    if (starts("/*")) return blank_to(end_of(text_.find("*/", at_ + 2), 2));
    if (starts("R\"")) return raw_literal();
    if (text_[at_] == '"') return literal('"');
    // 'x' is a literal, 1'000 is a number
    if (text_[at_] == '\'' && (at_ == 0 || !is_name(text_[at_ - 1]))) return literal('\'');
    ++at_;
  }

  [[nodiscard]] bool starts(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  [[nodiscard]] std::size_t end_of(std::size_t found, std::size_t size) const {
    return found == std::string_view::npos ? text_.size() : found + size;
  }

  void literal(char quote) {
    auto end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
    blank_to(std::min(end + 1, text_.size()));
  }

  void raw_literal() {
    auto const open = text_.find('(', at_);
    if (open == std::string_view::npos) return blank_to(text_.size());
    auto const close = ")" + std::string{text_.substr(at_ + 2, open - at_ - 2)} + "\"";
    blank_to(end_of(text_.find(close, open), close.size()));
  }

  void blank_to(std::size_t end) {
    for (end = std::min(end, text_.size()); at_ < end; ++at_) {
      if (out_[at_] != '\n') out_[at_] = ' ';
    }
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
};

std::string_view trimmed(std::string_view text) {
  auto const from = text.find_first_not_of(" \t\r");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

/// Whether a brace after `head` (everything since the last `;`, `{` or `}`) opens a function's body.
bool opens_function(std::string_view head) {
  constexpr std::array<std::string_view, 5> others{"namespace", "class", "struct", "enum", "union"};
  if (head.find('(') == std::string_view::npos) return false;
  return std::ranges::none_of(others, [&](auto word) { return has_word(head.substr(0, head.find('(')), word); });
}

}  // namespace

std::string blank_out(std::string_view text) { return Blanker{text}.run(); }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    auto const end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  auto const lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto rest = trimmed(lines[i]);
    if (!rest.starts_with("#")) continue;
    rest = trimmed(rest.substr(1));
    if (!rest.starts_with("include")) continue;
    rest = trimmed(rest.substr(7));
    auto const close = rest.empty() ? std::string_view::npos : rest.find(rest[0] == '<' ? '>' : '"', 1);
    if (close == std::string_view::npos) continue;
    includes.push_back({static_cast<int>(i) + 1, std::string{rest.substr(1, close - 1)}, rest[0] == '<'});
  }
  return includes;
}

std::vector<Function> functions_of(std::string_view code) {
  std::vector<Function> functions;
  std::vector<bool> is_block;  // of every open brace; `x_{1}` is none
  int line = 1, function_depth = -1;
  std::size_t head_from = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    char const c = code[i];
    auto const depth = static_cast<int>(is_block.size());
    if (c == '\n') ++line;
    if (c == ';') head_from = i + 1;
    if (c == '{') {
      is_block.push_back(i == 0 || code[i - 1] == ' ' || code[i - 1] == '\n');
      if (!is_block.back()) continue;
      if (function_depth < 0 && opens_function(code.substr(head_from, i - head_from))) {
        function_depth = depth;
        functions.push_back({line, 0});
      }
      head_from = i + 1;
    }
    if (c == '}' && !is_block.empty()) {
      if (is_block.back()) head_from = i + 1;
      is_block.pop_back();
      if (depth - 1 != function_depth) continue;
      functions.back().lines = line - functions.back().line + 1;
      function_depth = -1;
    }
  }
  return functions;
}

bool has_word(std::string_view line, std::string_view word) {
  for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    auto const after = at + word.size();
    bool const begins = at == 0 || !is_name(line[at - 1]) || !is_name(word.front());
    bool const ends = after >= line.size() || !is_name(line[after]) || !is_name(word.back());
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace himpun::layers
