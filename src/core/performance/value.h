#pragma once
// What stands in a cell. Five things that must not be mixed up: nothing yet (blank), a number (zero is one), a ratio
// with its two parts, a predicate, and "not available" with the reason. A blank never counts as zero. Ids of the
// performance data live here too. It computes no achievement.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/values/decimal.h"
#include "base/values/period.h"
#include "core/access/agency.h"

namespace himpun::performance {

using access::By;
using access::HolderId;
using access::PersonId;
using access::PositionId;
using access::UnitId;
using NodeId = Id<struct NodeTag>;
using IndicatorId = Id<struct IndicatorTag>;
using AgreementId = Id<struct AgreementTag>;
using ProfileId = Id<struct ProfileTag>;
using EvidenceId = Id<struct EvidenceTag>;
using CollectionId = Id<struct CollectionTag>;  ///< the text is the id of the case whose data are collected

enum class ValueKind : std::uint8_t { blank, number, ratio, predicate, not_available };
BOOST_DESCRIBE_ENUM(ValueKind, blank, number, ratio, predicate, not_available)

struct Value {
  ValueKind kind = ValueKind::blank;
  std::optional<Decimal> number;         ///< of a number; of a predicate: the score behind it, when it is known
  std::optional<Decimal> numerator;      ///< of a ratio
  std::optional<Decimal> denominator;    ///< of a ratio
  std::optional<std::string> predicate;  ///< "BB", "WTP"
  std::optional<std::string> reason;     ///< why it is not available

  bool operator==(Value const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Value, (), (kind, number, numerator, denominator, predicate, reason))

[[nodiscard]] Value number_value(Decimal number);
[[nodiscard]] Value ratio_value(Decimal numerator, Decimal denominator);
[[nodiscard]] Value predicate_value(std::string predicate, std::optional<Decimal> score = std::nullopt);
[[nodiscard]] Value not_available(std::string reason);

/// A number, a ratio or a predicate: something that can be counted with.
[[nodiscard]] bool is_filled(Value const& value);
[[nodiscard]] bool is_zero(Value const& value);
/// The number a value counts as: the number, numerator / denominator × multiplier, a predicate's score. None for a
/// blank and for what is not available.
[[nodiscard]] std::optional<Decimal> magnitude(Value const& value, Decimal const& multiplier);

/// What an indicator is aimed at. A range target has bounds instead of a value.
struct Target {
  Value value;
  std::optional<Decimal> lower;
  std::optional<Decimal> upper;

  bool operator==(Target const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Target, (), (value, lower, upper))

[[nodiscard]] inline Target target_of(Value value) { return {std::move(value), std::nullopt, std::nullopt}; }
[[nodiscard]] bool is_filled(Target const& target);

inline constexpr ProblemType value_invalid{"value.invalid", ProblemKind::invalid, "Isian nilai belum benar",
                                           "The value is not right"};

inline constexpr std::size_t max_reason_characters = 500;
inline constexpr std::size_t max_predicate_characters = 60;

/// Whether kind and members agree and every number is as long as a person may type. Refuses with `value.invalid`;
/// `pointer` is where the value stands in the body.
[[nodiscard]] Result<void> check_value(Value const& value, std::string const& pointer = "");
[[nodiscard]] Result<void> check_target(Target const& target, std::string const& pointer = "");

/// "64,68", "2/232", "BB (72)", "belum diisi", "tidak tersedia: survei belum selesai".
[[nodiscard]] Words spell(Value const& value);
[[nodiscard]] Words spell(Target const& target);

}  // namespace himpun::performance
