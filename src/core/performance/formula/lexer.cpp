#include "core/performance/formula/lexer.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::performance {
namespace {

constexpr std::string_view symbols = "+-*/();";
constexpr std::size_t max_name = 64;
constexpr std::size_t max_digits = 20;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

class Lexer {
 public:
  Lexer(std::string_view text, std::string const& name) : text_(text), where_{name, 1, 1} {}

  Result<std::vector<Token>> read() {
    std::vector<Token> tokens;
    for (skip_space(); at_ < text_.size(); skip_space()) {
      auto token = next();
      if (!token) return std::unexpected(token.error());
      tokens.push_back(std::move(*token));
    }
    tokens.push_back({TokenKind::end, "", where_});
    return tokens;
  }

 private:
  Result<Token> next() {
    char const c = text_[at_];
    if (is_digit(c)) return number();
    if (is_letter(c)) return name();
    if (c == '[') return indicator();
    if (symbols.find(c) != std::string_view::npos) return take(TokenKind::symbol, 1);
    return strange();
  }

  Result<Token> number() {
    auto const start = where_;
    auto const whole = run(at_, is_digit);
    auto const after = at_ + whole;
    bool const has_point = after < text_.size() && text_[after] == '.';
    bool const has_comma = after + 1 < text_.size() && text_[after] == ',' && is_digit(text_[after + 1]);
    if (has_point) {
      return refused(start,
                     {"Angka dalam rumus ditulis tanpa titik ribuan; desimal memakai koma. Contoh: 1234,5",
                      "Write numbers in a formula without thousands marks; decimals take a comma. Example: 1234,5"});
    }
    auto const length = has_comma ? whole + 1 + run(after + 1, is_digit) : whole;
    if (length > max_digits) return refused(start, {"Angka terlalu panjang.", "The number is too long."});
    auto token = take(TokenKind::number, length);
    std::ranges::replace(token.text, ',', '.');
    auto const zeros = std::min(token.text.find_first_not_of('0'), token.text.size() - 1);
    token.text.erase(0, token.text[zeros] == '.' ? zeros - 1 : zeros);
    return token;
  }

  Result<Token> name() {
    auto const length = run(at_, [](char c) { return is_letter(c) || is_digit(c); });
    if (length > max_name) return refused(where_, {"Nama terlalu panjang.", "The name is too long."});
    return take(TokenKind::name, length);
  }

  Result<Token> indicator() {
    auto const start = where_;
    auto const end = text_.find_first_of("]\n", at_);
    if (end == std::string_view::npos || text_[end] != ']') {
      return refused(start,
                     {"Kurung siku belum ditutup. Contoh: [IKU-1]", "The bracket is not closed. Example: [IKU-1]"});
    }
    auto token = take(TokenKind::indicator, end - at_ + 1);
    token.text = std::string{trim(std::string_view{token.text}.substr(1, token.text.size() - 2))};
    if (token.text.empty()) {
      return refused(start, {"Kurung siku harus berisi kode indikator.", "The brackets must hold an indicator's id."});
    }
    return token;
  }

  Result<Token> strange() {
    if (text_[at_] == ',') {
      return refused(where_, {"Koma hanya untuk desimal; pisahkan isian dengan titik koma (;).",
                              "A comma is only for decimals; part the arguments with semicolons (;)."});
    }
    if (text_[at_] == '%' || text_[at_] == '^' || text_[at_] == '=') {
      std::string const mark{text_[at_]};
      return refused(where_, {"Tanda " + mark + " tidak dipakai dalam rumus.", "The mark " + mark + " is not used."});
    }
    return refused(where_, {"Karakter ini tidak dipakai dalam rumus. Pakai angka, nama, [indikator], + - * / ( ) dan ;",
                            "This character is not used. Use numbers, names, [indicators], + - * / ( ) and ;"});
  }

  template <class Is>
  [[nodiscard]] std::size_t run(std::size_t from, Is is) const {
    std::size_t length = 0;
    while (from + length < text_.size() && is(text_[from + length])) ++length;
    return length;
  }

  Token take(TokenKind kind, std::size_t length) {
    Token token{kind, std::string{text_.substr(at_, length)}, where_};
    where_.column += static_cast<int>(count_characters(token.text));
    at_ += length;
    return token;
  }

  void skip_space() {
    for (; at_ < text_.size(); ++at_) {
      char const c = text_[at_];
      if (c == '\n') {
        ++where_.line;
        where_.column = 1;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        ++where_.column;
      } else {
        return;
      }
    }
  }

  [[nodiscard]] static std::unexpected<Problem> refused(SourcePosition where, Words detail) {
    return std::unexpected(formula_problem(formula_malformed, std::move(where), std::move(detail)));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  SourcePosition where_;
};

}  // namespace

Problem formula_problem(ProblemType const& type, SourcePosition where, Words detail) {
  return {.type = &type, .detail = std::move(detail), .where = std::move(where)};
}

Result<std::vector<Token>> read_tokens(std::string_view text, std::string const& name) {
  return Lexer{text, name}.read();
}

}  // namespace himpun::performance
