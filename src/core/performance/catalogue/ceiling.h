#pragma once
// Budget ceilings (pagu) by code and stage: murni, pergeseran, perubahan. What was spent is collected per period
// (collection/); efficiency is budget/.

#include <map>

#include "core/performance/value.h"

namespace himpun::performance {

/// APBD murni, pergeseran (a shift between posts, may happen several times), perubahan.
enum class BudgetStage : std::uint8_t { original, shift, amended };
BOOST_DESCRIBE_ENUM(BudgetStage, original, shift, amended)

struct Ceiling {
  std::int32_t year = 0;
  std::string code;  ///< normalised
  std::string name;
  UnitId unit;  ///< which division reports what is spent
  BudgetStage stage = BudgetStage::original;
  Date date{};                           ///< from when it holds
  std::string document;                  ///< DPA or DPPA
  Decimal amount;                        ///< rupiah
  std::optional<IndicatorId> indicator;  ///< which it pays for, where the office says so

  bool operator==(Ceiling const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Ceiling, (), (year, code, name, unit, stage, date, document, amount, indicator))

/// What a budget code cost in a whole year, or is to have cost by the Renstra's last year.
struct YearSpending {
  std::string code;  ///< normalised
  std::int32_t year = 0;
  Decimal amount;  ///< rupiah
  std::string source;

  bool operator==(YearSpending const&) const = default;
};
BOOST_DESCRIBE_STRUCT(YearSpending, (), (code, year, amount, source))

using SpendingByYear = std::map<std::pair<std::string, std::int32_t>, YearSpending>;  ///< by code and year

/// "Murni", "Pergeseran", "Perubahan".
[[nodiscard]] Words stage_words(BudgetStage stage);

}  // namespace himpun::performance
