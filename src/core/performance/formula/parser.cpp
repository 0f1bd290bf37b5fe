// Text to a formula: a plain descent through sums, products and factors. Depth and size are bounded before they grow.

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "base/text.h"
#include "core/performance/formula/lexer.h"

namespace himpun::performance {
namespace {

using Node = Result<std::int32_t>;

struct FunctionName {
  std::string_view word;
  FormulaKind kind;
};
constexpr std::array<FunctionName, 9> functions{{{"min", FormulaKind::minimum},
                                                 {"maks", FormulaKind::maximum},
                                                 {"max", FormulaKind::maximum},
                                                 {"jumlah", FormulaKind::sum},
                                                 {"sum", FormulaKind::sum},
                                                 {"rata", FormulaKind::average},
                                                 {"avg", FormulaKind::average},
                                                 {"jika_kosong", FormulaKind::if_blank},
                                                 {"if_blank", FormulaKind::if_blank}}};

std::optional<FormulaKind> find_function(std::string_view word) {
  auto const found = std::ranges::find(functions, word, &FunctionName::word);
  return found == functions.end() ? std::nullopt : std::optional{found->kind};
}

std::string shown(Token const& token) { return token.kind == TokenKind::end ? "" : "\"" + token.text + "\""; }

class Parser {
 public:
  Parser(std::string_view text, std::vector<Token> tokens) : tokens_(std::move(tokens)) {
    formula_.text = std::string{text};
  }

  Result<Formula> read() {
    if (auto const whole = sum(); !whole) return std::unexpected(whole.error());
    if (now().kind != TokenKind::end) {
      return refused({"Di sini seharusnya ada + - * / atau akhir rumus, bukan " + shown(now()) + ".",
                      "Here should be + - * / or the end of the formula, not " + shown(now()) + "."});
    }
    return std::move(formula_);
  }

 private:
  Node sum() {
    auto left = product();
    while (left && (is("+") || is("-"))) {
      auto const token = take();
      auto const right = product();
      if (!right) return right;
      left = push(token.text == "+" ? FormulaKind::add : FormulaKind::subtract, token, {*left, *right});
    }
    return left;
  }

  Node product() {
    auto left = factor();
    while (left && (is("*") || is("/"))) {
      auto const token = take();
      auto const right = factor();
      if (!right) return right;
      left = push(token.text == "*" ? FormulaKind::multiply : FormulaKind::divide, token, {*left, *right});
    }
    return left;
  }

  /// Everything that nests comes through here, so here the depth is kept.
  Node factor() {
    if (++depth_ > max_formula_depth) {
      return std::unexpected(formula_problem(
          formula_too_deep, now().where,
          {"Paling banyak 32 kurung atau tanda minus bersusun.", "At most 32 nested parentheses or minus signs."}));
    }
    auto node = unary();
    --depth_;
    return node;
  }

  Node unary() {
    if (!is("-")) return primary();
    auto const token = take();
    auto const operand = factor();
    return operand ? push(FormulaKind::negate, token, {*operand}) : operand;
  }

  Node primary() {
    if (is("(")) return group();
    auto const& token = now();
    if (token.kind == TokenKind::number) return leaf(FormulaKind::number);
    if (token.kind == TokenKind::indicator) return leaf(FormulaKind::indicator);
    if (token.kind != TokenKind::name) {
      return refused({"Di sini seharusnya ada angka, nama, [indikator] atau kurung buka.",
                      "Here should be a number, a name, an [indicator] or a parenthesis."});
    }
    return is_at(at_ + 1, "(") ? call() : leaf(FormulaKind::input);
  }

  Node group() {
    take();
    auto const inner = sum();
    if (!inner) return inner;
    if (!is(")")) return refused({"Kurung tutup ) belum ada.", "The closing parenthesis is missing."});
    take();
    return inner;
  }

  Node call() {
    auto const name = take();
    auto const kind = find_function(name.text);
    if (!kind) return unknown_function(name);
    std::vector<std::int32_t> operands;
    do {
      take();  // the parenthesis, then semicolons
      auto const operand = sum();
      if (!operand) return operand;
      operands.push_back(*operand);
    } while (is(";"));
    if (!is(")")) {
      return refused({"Isian fungsi dipisah titik koma (;) dan ditutup kurung ).",
                      "Arguments are parted by semicolons (;) and closed by a parenthesis."});
    }
    take();
    if (*kind == FormulaKind::if_blank && operands.size() != 2) {
      return std::unexpected(formula_problem(formula_malformed, name.where,
                                             {"jika_kosong memerlukan dua isian: nilai; penggantinya.",
                                              "if_blank takes two arguments: the value; what stands in for it."}));
    }
    return push(*kind, name, std::move(operands));
  }

  static Node unknown_function(Token const& name) {
    static std::vector<std::string> const known{"min", "maks", "jumlah", "rata", "jika_kosong"};
    auto const meant = suggest(name.text, known);
    return std::unexpected(formula_problem(formula_name_unknown, name.where,
                                           {"Fungsi \"" + name.text + "\" tidak ada." + meant.id,
                                            "There is no function \"" + name.text + "\"." + meant.en}));
  }

  Node leaf(FormulaKind kind) {
    auto const token = take();
    auto const node = push(kind, token, {});
    if (!node) return node;
    auto& made = formula_.nodes.back();
    if (kind == FormulaKind::number) made.number = parse_exact(token.text).value_or(Decimal{});
    if (kind != FormulaKind::number) made.name = token.text;
    return node;
  }

  Node push(FormulaKind kind, Token const& token, std::vector<std::int32_t> operands) {
    if (formula_.nodes.size() >= max_formula_nodes) {
      return std::unexpected(formula_problem(
          formula_too_long, token.where,
          {"Rumus terlalu panjang: paling banyak 400 bagian.", "The formula is too long: at most 400 parts."}));
    }
    formula_.nodes.push_back({kind, {}, {}, std::move(operands), token.where});
    return static_cast<std::int32_t>(formula_.nodes.size()) - 1;
  }

  [[nodiscard]] Token const& now() const { return tokens_[at_]; }
  [[nodiscard]] bool is_at(std::size_t index, std::string_view symbol) const {
    return index < tokens_.size() && tokens_[index].kind == TokenKind::symbol && tokens_[index].text == symbol;
  }
  [[nodiscard]] bool is(std::string_view symbol) const { return is_at(at_, symbol); }
  Token take() { return tokens_[at_++]; }

  [[nodiscard]] std::unexpected<Problem> refused(Words detail) const {
    return std::unexpected(formula_problem(formula_malformed, now().where, std::move(detail)));
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  Formula formula_;
};

}  // namespace

Result<Formula> parse_formula(std::string_view text, std::string const& name) {
  SourcePosition const start{name, 1, 1};
  if (text.size() > max_formula_characters) {
    return std::unexpected(
        formula_problem(formula_too_long, start, {"Paling banyak 1.000 karakter.", "At most 1,000 characters."}));
  }
  if (!is_utf8(text)) {
    return std::unexpected(
        formula_problem(formula_malformed, start, {"Rumus bukan teks UTF-8.", "It is not UTF-8 text."}));
  }
  auto tokens = read_tokens(text, name);
  if (!tokens) return std::unexpected(tokens.error());
  return Parser{text, std::move(*tokens)}.read();
}

std::set<std::string> inputs_of(Formula const& formula) {
  std::set<std::string> names;
  for (auto const& each : formula.nodes) {
    if (each.kind == FormulaKind::input) names.insert(each.name);
  }
  return names;
}

std::set<IndicatorId> indicators_of(Formula const& formula) {
  std::set<IndicatorId> ids;
  for (auto const& each : formula.nodes) {
    if (each.kind == FormulaKind::indicator) ids.insert(IndicatorId{each.name});
  }
  return ids;
}

}  // namespace himpun::performance
