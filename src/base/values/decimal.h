#pragma once
// Exact numbers: what people write in decimals, and every sum, product and quotient of it. A third stays a third until
// somebody rounds, and rounding always names its rule. Numbers travel as text ("1234.5"); people write and read
// "1.234,5". It knows no binary fractions and no units. A number that outgrows its bounds, or a division by zero, is
// no number any more and says so (`is_number`); it never stops the process.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace himpun {

/// `half_up` rounds a tie away from zero, as a spreadsheet's ROUND does: 0.5 to 1, -0.5 to -1.
enum class RoundingMode : std::uint8_t { half_up, half_even, truncate };
BOOST_DESCRIBE_ENUM(RoundingMode, half_up, half_even, truncate)

inline constexpr std::int32_t max_places = 30;

struct Rounding {
  RoundingMode mode = RoundingMode::half_up;
  std::int32_t places = 2;  ///< after the decimal point, 0 to `max_places`; others are taken as the nearest of these

  bool operator==(Rounding const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rounding, (), (mode, places))

class Decimal {
 public:
  Decimal() = default;  ///< zero
  Decimal(std::int64_t whole);

  /// False after a division by zero, or when numerator or denominator outgrew 4096 bits. It spreads through sums.
  [[nodiscard]] bool is_number() const { return !none_; }
  [[nodiscard]] bool is_zero() const { return !none_ && !exact_; }
  [[nodiscard]] int sign() const;  ///< -1, 0 or 1; 0 when it is no number
  /// Digits before and after the decimal point; `after` is empty when no finite number of them is enough.
  [[nodiscard]] std::size_t digits_before() const;
  [[nodiscard]] std::optional<std::size_t> digits_after() const;

  friend Decimal operator+(Decimal const& a, Decimal const& b);
  friend Decimal operator-(Decimal const& a, Decimal const& b);
  friend Decimal operator*(Decimal const& a, Decimal const& b);
  friend Decimal operator/(Decimal const& a, Decimal const& b);
  friend Decimal operator-(Decimal const& a);
  /// The same number; what is no number is equal to what is no number.
  friend bool operator==(Decimal const& a, Decimal const& b);
  /// Unordered when one of both is no number.
  friend std::partial_ordering operator<=>(Decimal const& a, Decimal const& b);

  friend Decimal round(Decimal const& number, Rounding const& rule);
  friend std::string to_text(Decimal const& number);
  friend std::string to_fixed(Decimal const& number, Rounding const& rule);
  friend std::optional<Decimal> parse_exact(std::string_view text);

 private:
  struct Exact;
  static Decimal make(Exact const& value);
  static Decimal none();
  [[nodiscard]] Exact const& exact() const;

  std::shared_ptr<Exact const> exact_;  ///< null: zero; never changed once made
  bool none_ = false;
};

[[nodiscard]] Decimal round(Decimal const& number, Rounding const& rule);
[[nodiscard]] Decimal absolute(Decimal const& number);

/// The one exact text: "-1234.5", no needless zeros; "2/3" where decimals never end (or run over 60 places); "?" for
/// what is no number.
[[nodiscard]] std::string to_text(Decimal const& number);
/// Rounded, with all its places: "1234.50".
[[nodiscard]] std::string to_fixed(Decimal const& number, Rounding const& rule);
/// Reads what `to_text` and `to_fixed` write; nothing else.
[[nodiscard]] std::optional<Decimal> parse_exact(std::string_view text);

/// "1.234,50" / "1,234.50": rounded, with all its places.
[[nodiscard]] Words spell(Decimal const& number, Rounding const& rule);
/// As many places as the number has, ten at most: "1.234,5" / "1,234.5".
[[nodiscard]] Words spell(Decimal const& number);

inline constexpr ProblemType number_unreadable{"number.unreadable", ProblemKind::invalid, "Angka tidak dapat dibaca",
                                               "The number cannot be read"};
inline constexpr ProblemType number_too_long{"number.too_long", ProblemKind::invalid, "Angka terlalu panjang",
                                             "The number is too long"};

inline constexpr std::size_t typed_digits_before = 24;  ///< what a person may type: digits before the comma
inline constexpr std::size_t typed_digits_after = 10;   ///< and after it

/// Reads a number as Indonesians write it: a point between thousands, a comma before decimals ("1.234,5", "1234,5",
/// "-3"). "1.234" is one thousand two hundred and thirty-four. Refuses with what is wrong and how to write it.
[[nodiscard]] Result<Decimal> parse_indonesian(std::string_view text);

}  // namespace himpun
