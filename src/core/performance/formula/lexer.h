#pragma once
// The marks and words of a formula, each with its place. It knows no grammar (parser.cpp).

#include "core/performance/formula/formula.h"

namespace himpun::performance {

enum class TokenKind : std::uint8_t { number, name, indicator, symbol, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;  ///< of a number: canonical ("1.5"); of an indicator: its id without the brackets
  SourcePosition where;
};

/// Ends with one `end` token. Refuses what no formula holds, at its place.
[[nodiscard]] Result<std::vector<Token>> read_tokens(std::string_view text, std::string const& name);

/// A refusal at a place of a formula.
[[nodiscard]] Problem formula_problem(ProblemType const& type, SourcePosition where, Words detail);

}  // namespace himpun::performance
