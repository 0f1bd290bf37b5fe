#include "base/values/decimal.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>

#include "base/text.h"

namespace himpun {
namespace {

namespace mp = boost::multiprecision;
using Whole = mp::number<mp::cpp_int_backend<>, mp::et_off>;
using Fraction = mp::number<mp::rational_adaptor<mp::cpp_int_backend<>>, mp::et_off>;

constexpr unsigned max_bits = 4096;
constexpr std::size_t max_written_places = 60;
constexpr std::size_t max_text = 2600;  // two numbers of 4096 bits, a stroke and a sign

unsigned bits(Whole const& value) { return value == 0 ? 0 : static_cast<unsigned>(mp::msb(abs(value))) + 1; }

Whole power_of_ten(std::size_t exponent) { return mp::pow(Whole{10}, static_cast<unsigned>(exponent)); }

/// `digits` holds digits only. Leading zeros must go: the library would read the text as octal.
Whole to_whole(std::string_view digits) {
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  return digits.empty() ? Whole{0} : Whole{std::string{digits}};
}

/// Digits with an optional fraction after a point, both not empty, no leading zero too many.
std::optional<Fraction> read_plain(std::string_view text) {
  auto const point = text.find('.');
  auto const before = text.substr(0, point);
  if (!is_digits(before) || (before.size() > 1 && before.front() == '0')) return std::nullopt;
  if (point == std::string_view::npos) return Fraction{to_whole(before)};
  auto const after = text.substr(point + 1);
  if (!is_digits(after)) return std::nullopt;
  return Fraction{to_whole(std::string{before} + std::string{after}), power_of_ten(after.size())};
}

std::optional<Fraction> read_fraction(std::string_view text) {
  auto const stroke = text.find('/');
  if (stroke == std::string_view::npos) return read_plain(text);
  auto const below = text.substr(stroke + 1);
  if (!is_digits(text.substr(0, stroke)) || !is_digits(below)) return std::nullopt;
  auto const denominator = to_whole(below);
  if (denominator == 0) return std::nullopt;
  return Fraction{to_whole(text.substr(0, stroke)), denominator};
}

std::size_t count_factor(Whole& value, int factor) {
  std::size_t count = 0;
  for (; value % factor == 0; ++count) value /= factor;
  return count;
}

Whole rounded_quotient(Whole const& numerator, Whole const& denominator, RoundingMode mode) {
  Whole quotient;
  Whole rest;
  mp::divide_qr(numerator, denominator, quotient, rest);
  Whole const twice = rest * 2;
  bool const is_tie = twice == denominator;
  bool const away = mode == RoundingMode::half_up     ? twice >= denominator
                    : mode == RoundingMode::half_even ? twice > denominator || (is_tie && quotient % 2 != 0)
                                                      : false;
  if (away) ++quotient;
  return quotient;
}

std::size_t bounded_places(Rounding const& rule) {
  return static_cast<std::size_t>(std::clamp(rule.places, std::int32_t{0}, max_places));
}

/// "1234567" and "5" with the signs of a language: "1.234.567,5".
std::string with_marks(std::string_view plain, char thousands, char point) {
  bool const is_negative = plain.starts_with('-');
  if (is_negative) plain.remove_prefix(1);
  auto const at = plain.find('.');
  auto const before = plain.substr(0, at);
  std::string text = is_negative ? "-" : "";
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (i > 0 && (before.size() - i) % 3 == 0) text += thousands;
    text += before[i];
  }
  if (at != std::string_view::npos) text += point + std::string{plain.substr(at + 1)};
  return text;
}

}  // namespace

struct Decimal::Exact {
  Fraction value;
};

Decimal::Decimal(std::int64_t whole) : Decimal(make({Fraction{whole}})) {}

Decimal Decimal::make(Exact const& value) {
  if (bits(numerator(value.value)) > max_bits || bits(denominator(value.value)) > max_bits) return none();
  Decimal number;
  if (value.value != 0) number.exact_ = std::make_shared<Exact const>(value);
  return number;
}

Decimal Decimal::none() {
  Decimal number;
  number.none_ = true;
  return number;
}

Decimal::Exact const& Decimal::exact() const {
  static Exact const zero{};
  return exact_ ? *exact_ : zero;
}

int Decimal::sign() const { return exact_ ? exact_->value.sign() : 0; }

std::size_t Decimal::digits_before() const {
  Whole const whole = abs(numerator(exact().value)) / denominator(exact().value);
  return whole.str().size();
}

std::optional<std::size_t> Decimal::digits_after() const {
  Whole rest = denominator(exact().value);
  auto const places = std::max(count_factor(rest, 2), count_factor(rest, 5));
  return rest == 1 ? std::optional{places} : std::nullopt;
}

Decimal operator+(Decimal const& a, Decimal const& b) {
  if (a.none_ || b.none_) return Decimal::none();
  return Decimal::make({Fraction{a.exact().value + b.exact().value}});
}

Decimal operator-(Decimal const& a, Decimal const& b) {
  if (a.none_ || b.none_) return Decimal::none();
  return Decimal::make({Fraction{a.exact().value - b.exact().value}});
}

Decimal operator*(Decimal const& a, Decimal const& b) {
  if (a.none_ || b.none_) return Decimal::none();
  return Decimal::make({Fraction{a.exact().value * b.exact().value}});
}

Decimal operator/(Decimal const& a, Decimal const& b) {
  if (a.none_ || b.none_ || b.is_zero()) return Decimal::none();
  return Decimal::make({Fraction{a.exact().value / b.exact().value}});
}

Decimal operator-(Decimal const& a) { return Decimal{} - a; }

bool operator==(Decimal const& a, Decimal const& b) {
  return a.none_ == b.none_ && (a.exact_ == b.exact_ || a.exact().value == b.exact().value);
}

std::partial_ordering operator<=>(Decimal const& a, Decimal const& b) {
  if (a.none_ || b.none_)
    return a.none_ == b.none_ ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
  return a.exact().value.compare(b.exact().value) <=> 0;
}

Decimal absolute(Decimal const& number) { return number.sign() < 0 ? -number : number; }

Decimal round(Decimal const& number, Rounding const& rule) {
  if (number.none_) return number;
  auto const& value = number.exact().value;
  Whole const scale = power_of_ten(bounded_places(rule));
  Whole whole = rounded_quotient(abs(numerator(value)) * scale, denominator(value), rule.mode);
  if (value.sign() < 0) whole = -whole;
  return Decimal::make({Fraction{whole, scale}});
}

std::string to_text(Decimal const& number) {
  if (number.none_) return "?";
  auto const& value = number.exact().value;
  auto const places = number.digits_after();
  if (!places || *places > max_written_places) return numerator(value).str() + "/" + denominator(value).str();
  std::string digits = Whole{abs(numerator(value)) * power_of_ten(*places) / denominator(value)}.str();
  if (digits.size() <= *places) digits.insert(0, *places + 1 - digits.size(), '0');
  if (*places > 0) digits.insert(digits.size() - *places, 1, '.');
  return (value.sign() < 0 ? "-" : "") + digits;
}

std::string to_fixed(Decimal const& number, Rounding const& rule) {
  auto text = to_text(round(number, rule));
  auto const places = bounded_places(rule);
  if (places == 0 || number.none_) return text;
  auto const point = text.find('.');
  auto const present = point == std::string::npos ? 0 : text.size() - point - 1;
  if (point == std::string::npos) text += '.';
  return text.append(places - present, '0');
}

std::optional<Decimal> parse_exact(std::string_view text) {
  if (text.size() > max_text) return std::nullopt;
  bool const is_negative = text.starts_with('-');
  auto const value = read_fraction(is_negative ? text.substr(1) : text);
  if (!value) return std::nullopt;
  auto const number = Decimal::make({is_negative ? Fraction{-*value} : *value});
  return number.is_number() ? std::optional{number} : std::nullopt;
}

Words spell(Decimal const& number, Rounding const& rule) {
  auto const plain = to_fixed(number, rule);
  return {with_marks(plain, '.', ','), with_marks(plain, ',', '.')};
}

Words spell(Decimal const& number) {
  constexpr std::size_t most = 10;
  auto const places = std::min(number.digits_after().value_or(most), most);
  return spell(number, {RoundingMode::half_up, static_cast<std::int32_t>(places)});
}

}  // namespace himpun
