#include "base/values/decimal.h"

#include <gtest/gtest.h>

#include <random>

#include "base/json_map.h"

namespace himpun {
namespace {

Decimal exact(std::string_view text) {
  auto const number = parse_exact(text);
  EXPECT_TRUE(number) << text;
  return number.value_or(Decimal{});
}

std::string read(std::string_view text) {
  auto const number = parse_indonesian(text);
  return number ? to_text(*number) : std::string{number.error().type->code};
}

TEST(Decimal, IsExactWhereBinaryFractionsAreNot) {
  EXPECT_EQ(exact("0.1") + exact("0.2"), exact("0.3"));
  EXPECT_EQ(Decimal{1} / Decimal{3} * Decimal{3}, Decimal{1});
  EXPECT_EQ(to_text(Decimal{2} / Decimal{6}), "1/3");
  EXPECT_EQ(exact("1/3"), Decimal{1} / Decimal{3});
  EXPECT_EQ(to_text(Decimal{-5} / Decimal{4}), "-1.25");
  EXPECT_EQ(to_text(exact("65.00")), "65");
  EXPECT_EQ(to_text(exact("0.050")), "0.05");
}

TEST(Decimal, Compares) {
  EXPECT_LT(exact("-1"), exact("0.5"));
  EXPECT_GT(exact("10.01"), exact("10.001"));
  EXPECT_EQ(exact("1.50"), exact("1.5"));
  EXPECT_TRUE(Decimal{} == exact("-0"));
  EXPECT_EQ(Decimal{7}.sign(), 1);
}

TEST(Decimal, RoundsByTheStatedRule) {
  auto const rounded = [](char const* text, RoundingMode mode, int places) {
    return to_fixed(exact(text), {mode, places});
  };
  EXPECT_EQ(rounded("0.125", RoundingMode::half_up, 2), "0.13");
  EXPECT_EQ(rounded("0.125", RoundingMode::half_even, 2), "0.12");
  EXPECT_EQ(rounded("0.135", RoundingMode::half_even, 2), "0.14");
  EXPECT_EQ(rounded("0.129", RoundingMode::truncate, 2), "0.12");
  EXPECT_EQ(rounded("-0.125", RoundingMode::half_up, 2), "-0.13");
  EXPECT_EQ(rounded("-0.129", RoundingMode::truncate, 2), "-0.12");
  EXPECT_EQ(rounded("99.995", RoundingMode::half_up, 2), "100.00");
  EXPECT_EQ(rounded("-0.001", RoundingMode::half_up, 2), "0.00");
  EXPECT_EQ(rounded("1234.5", RoundingMode::half_up, 0), "1235");
  EXPECT_EQ(rounded("2/3", RoundingMode::half_up, 4), "0.6667");
}

TEST(Decimal, IsNoNumberAfterADivisionByZeroAndSaysSo) {
  auto const none = Decimal{1} / Decimal{0};
  EXPECT_FALSE(none.is_number());
  EXPECT_FALSE((none + Decimal{1}).is_number());
  EXPECT_FALSE(none < Decimal{1});
  EXPECT_NE(none, Decimal{0});
  EXPECT_EQ(none, none);
  EXPECT_EQ(to_text(none), "?");
  EXPECT_FALSE(parse_exact("?"));
}

TEST(Decimal, DoesNotGrowWithoutBounds) {
  auto number = exact("12345678901234567890");
  for (int i = 0; i < 20; ++i) number = number * number;
  EXPECT_FALSE(number.is_number());
  auto small = exact("0.0000000001");
  for (int i = 0; i < 20; ++i) small = small * small;
  EXPECT_FALSE(small.is_number());
}

TEST(Decimal, ReadsOnlyItsOwnText) {
  for (auto const* text :
       {"", "-", "+1", "1,5", "1e5", ".5", "5.", "007", "1.2.3", "1/0", "1/", "/2", " 1", "0x10", "--1"}) {
    EXPECT_FALSE(parse_exact(text)) << text;
  }
  EXPECT_FALSE(parse_exact(std::string(3000, '9')));
}

TEST(Decimal, TravelsAsText) {
  EXPECT_EQ(write_json(to_json(exact("1234.50"))), R"("1234.5")");
  EXPECT_EQ(from_json<Decimal>(Json{"64.68"}).value(), exact("64.68"));
  EXPECT_FALSE(from_json<Decimal>(Json{64}));
  EXPECT_FALSE(from_json<Decimal>(Json{"64,68"}));
}

TEST(IndonesianNumber, IsReadAsPeopleTypeIt) {
  EXPECT_EQ(read("1.234,5"), "1234.5");
  EXPECT_EQ(read("1,5"), "1.5");
  EXPECT_EQ(read("64,68"), "64.68");
  EXPECT_EQ(read("-3"), "-3");
  EXPECT_EQ(read("\xE2\x88\x92"
                 "3,25"),
            "-3.25");
  EXPECT_EQ(read("  4500 "), "4500");
  EXPECT_EQ(read("1234,5"), "1234.5");
  EXPECT_EQ(read("12.345.678"), "12345678");
  EXPECT_EQ(read("007"), "7");
  EXPECT_EQ(read("0,00"), "0");
}

TEST(IndonesianNumber, TakesAPointAsThousands) { EXPECT_EQ(read("1.234"), "1234"); }

TEST(IndonesianNumber, IsRefusedWithTheSpellingThatWasMeant) {
  for (auto const* text : {"1,234.5", "64.68", "0.5", "1.23,4", "12.34", "1..234", "0.123", "1234.567"}) {
    EXPECT_EQ(read(text), "number.unreadable") << text;
  }
  EXPECT_NE(parse_indonesian("64.68").error().detail.id.find("Maksud Anda 64,68?"), std::string::npos);
  EXPECT_NE(parse_indonesian("1,234.5").error().detail.id.find("Maksud Anda 1234,5?"), std::string::npos);
}

TEST(IndonesianNumber, IsRefusedWhenItIsNone) {
  for (auto const* text :
       {"", "  ", "abc", "1e5", "93,75 %", "1 234", "--3", "1,", ",5", "1,2,3", "Rp500", "-", "\xFF"}) {
    EXPECT_EQ(read(text), "number.unreadable") << text;
  }
  EXPECT_EQ(read(std::string(25, '9')), "number.too_long");
  EXPECT_EQ(read("1,12345678901"), "number.too_long");
  EXPECT_NE(parse_indonesian("93,75 %").error().detail.id.find("tanpa tanda %"), std::string::npos);
}

TEST(IndonesianNumber, IsWrittenWithPointAndComma) {
  EXPECT_EQ(spell(exact("1234.5"), {RoundingMode::half_up, 2}).id, "1.234,50");
  EXPECT_EQ(spell(exact("-1234567.891")).id, "-1.234.567,891");
  EXPECT_EQ(spell(exact("1234567.891")).en, "1,234,567.891");
  EXPECT_EQ(spell(Decimal{0}).id, "0");
  EXPECT_EQ(spell(Decimal{999}).id, "999");
  EXPECT_EQ(spell(Decimal{1} / Decimal{3}).id, "0,3333333333");
}

class AnyDecimal : public testing::TestWithParam<unsigned> {
 protected:
  AnyDecimal() { RecordProperty("seed", static_cast<int>(GetParam())); }
  std::string digits(int most) {
    std::string text;
    for (int i = number(1, most); i > 0; --i) text += static_cast<char>('0' + number(0, 9));
    return text;
  }
  int number(int low, int high) { return std::uniform_int_distribution<int>{low, high}(random_); }
  Decimal typed() {
    auto const text = (number(0, 1) ? "-" : "") + digits(20) + (number(0, 1) ? "," + digits(10) : "");
    auto const parsed = parse_indonesian(text);
    EXPECT_TRUE(parsed) << text;
    return parsed.value_or(Decimal{});
  }

 private:
  std::mt19937 random_{GetParam()};
};

TEST_P(AnyDecimal, ComesBackFromEveryTextItIsWrittenAs) {
  for (int i = 0; i < 300; ++i) {
    auto const a = typed();
    EXPECT_EQ(parse_exact(to_text(a)), a) << to_text(a);
    EXPECT_EQ(parse_indonesian(spell(a).id).value(), a) << spell(a).id;
    auto const b = typed();
    if (b.is_zero()) continue;
    EXPECT_EQ(parse_exact(to_text(a / b)), a / b);
    EXPECT_EQ(a / b * b, a);
    EXPECT_EQ(a - b + b, a);
  }
}

TEST_P(AnyDecimal, RoundsToTheNearest) {
  for (int i = 0; i < 300; ++i) {
    auto const a = typed() / Decimal{number(1, 999)};
    auto const half = exact("0.005");
    EXPECT_LE(absolute(round(a, {RoundingMode::half_up, 2}) - a), half);
    EXPECT_LE(absolute(round(a, {RoundingMode::half_even, 2}) - a), half);
    EXPECT_LE(absolute(round(a, {RoundingMode::truncate, 2})), absolute(a));
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyDecimal, testing::Values(1U, 7U, 2026U));

}  // namespace
}  // namespace himpun
