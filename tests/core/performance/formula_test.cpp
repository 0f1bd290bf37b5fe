#include "core/performance/formula/formula.h"

#include "core/performance/samples.h"

namespace himpun::performance::test {
namespace {

/// The code of the refusal with its place, "formula.malformed 1:5"; "ok" for a formula that is read.
std::string reading(std::string_view text) {
  auto const formula = parse_formula(text);
  if (formula) return "ok";
  auto const& where = formula.error().where.value();
  return std::string{formula.error().type->code} + " " + std::to_string(where.line) + ":" +
         std::to_string(where.column);
}

FormulaValues values_of(std::map<std::string, Value> const& inputs) {
  auto const find = [inputs](std::string const& name) -> std::optional<FormulaValue> {
    auto const found = inputs.find(name);
    if (found == inputs.end()) return std::nullopt;
    return FormulaValue{found->second, Decimal{1}, {name, name}, "uji"};
  };
  return {find, [find](IndicatorId const& id) { return find(id.value); }};
}

std::string value(std::string_view text, std::map<std::string, Value> const& inputs = {}) {
  auto const formula = parse_formula(text);
  EXPECT_TRUE(formula) << text;
  auto const evaluated = evaluate(*formula, values_of(inputs));
  if (!evaluated.value) return evaluated.why_not.id;
  EXPECT_EQ(recompute(evaluated.trace), evaluated.value) << text;
  return to_text(*evaluated.value);
}

std::string units(std::string_view text, std::string const& result) {
  std::map<std::string, std::string> const known{
      {"orang", "orang"}, {"tamu", "orang"}, {"buku", "buku"}, {"nilai", "%"}};
  FormulaUnits const books{[&](std::string const& name) -> std::optional<std::string> {
                             auto const found = known.find(name);
                             return found == known.end() ? std::nullopt : std::optional{found->second};
                           },
                           [](IndicatorId const&) -> std::optional<std::string> { return std::nullopt; }};
  auto const checked = check_units(parse_formula(text).value(), books, result);
  if (checked) return "ok";
  return std::string{checked.error().type->code} + " " + std::to_string(checked.error().where->column);
}

TEST(Formula, FollowsTheUsualOrderOfOperations) {
  EXPECT_EQ(value("1 + 2 * 3"), "7");
  EXPECT_EQ(value("(1 + 2) * 3"), "9");
  EXPECT_EQ(value("8 / 4 / 2"), "1");
  EXPECT_EQ(value("10 - 3 - 2"), "5");
  EXPECT_EQ(value("-2 * -3"), "6");
  EXPECT_EQ(value("1,5 + 0,25"), "1.75");
  EXPECT_EQ(value("007,50"), "7.5");
  EXPECT_EQ(value("1 / 3"), "1/3");
}

TEST(Formula, KnowsAFewFunctions) {
  EXPECT_EQ(value("min(3; 1; 2) + maks(3; 1; 2)"), "4");
  EXPECT_EQ(value("jumlah(1; 2; 3) / rata(2; 4)"), "2");
  EXPECT_EQ(value("sum(a; [IKU-1])", {{"a", num("1")}, {"IKU-1", num("2")}}), "3");
}

TEST(Formula, PassesABlankOnAsAReasonNotAsZero) {
  EXPECT_EQ(value("a + 1", {{"a", Value{}}}), "a belum diisi.");
  EXPECT_EQ(value("jika_kosong(a; 5) + 1", {{"a", Value{}}}), "6");
  EXPECT_EQ(value("jika_kosong(a; 5)", {{"a", num("0")}}), "0");
  EXPECT_EQ(value("jika_kosong(a; 5)", {{"a", not_available("hilang")}}), "a tidak tersedia: hilang.");
}

TEST(Formula, GivesAReasonInsteadOfANumber) {
  EXPECT_EQ(value("1 / (2 - 2)"), "Pembagian dengan nol (baris 1, kolom 3).");
  EXPECT_EQ(value("jika_kosong(1 / 0; 5)"), "Pembagian dengan nol (baris 1, kolom 15).");
  EXPECT_NE(value("a * 2", {}).find("tidak ditemukan"), std::string::npos);
}

TEST(Formula, SaysWhereItCannotBeRead) {
  EXPECT_EQ(reading(""), "formula.malformed 1:1");
  EXPECT_EQ(reading("1 +"), "formula.malformed 1:4");
  EXPECT_EQ(reading("(1 + 2"), "formula.malformed 1:7");
  EXPECT_EQ(reading("1 2"), "formula.malformed 1:3");
  EXPECT_EQ(reading("1.000 + 1"), "formula.malformed 1:1");
  EXPECT_EQ(reading("min(1, 2)"), "formula.malformed 1:6");
  EXPECT_EQ(reading("a +\n  b ? c"), "formula.malformed 2:5");
  EXPECT_EQ(reading("[IKU-1"), "formula.malformed 1:1");
  EXPECT_EQ(reading("akar(4)"), "formula.name_unknown 1:1");
  EXPECT_EQ(reading("jika_kosong(1)"), "formula.malformed 1:1");
  EXPECT_EQ(reading("α"), "formula.malformed 1:1");
}

TEST(Formula, IsBounded) {
  EXPECT_EQ(reading(std::string(40, '(') + "1" + std::string(40, ')')).substr(0, 16), "formula.too_deep");
  EXPECT_EQ(reading(std::string(500, '-') + "1").substr(0, 16), "formula.too_deep");
  EXPECT_EQ(reading(std::string(1001, '1')).substr(0, 16), "formula.too_long");
  std::string sum = "1";
  for (int i = 0; i < 300; ++i) sum += "+1";
  EXPECT_EQ(reading(sum).substr(0, 16), "formula.too_long");
}

TEST(FormulaUnits, AreCheckedAtTheirPlace) {
  EXPECT_EQ(units("orang / tamu * 100", "%"), "ok");
  EXPECT_EQ(units("orang + tamu", "orang"), "ok");
  EXPECT_EQ(units("orang + buku", "orang"), "formula.units_differ 7");
  EXPECT_EQ(units("maks(orang; buku)", "orang"), "formula.units_differ 1");
  EXPECT_EQ(units("orang + 5", "orang"), "ok");
  EXPECT_EQ(units("buku / orang", "buku/orang"), "ok");
  EXPECT_EQ(units("buku / orang", "orang"), "formula.units_differ 6");
  EXPECT_EQ(units("orang", "%"), "formula.units_differ 1");
  EXPECT_EQ(units("orang * buku / buku", "orang"), "ok");
  EXPECT_EQ(units("nilai + 1", "indeks"), "ok");
  EXPECT_EQ(units("orangg + 1", "orang"), "formula.name_unknown 1");
}

TEST(FormulaCycle, IsRefusedWithTheWayRound) {
  IndicatorId const a{"A"}, b{"B"}, c{"C"};
  EXPECT_TRUE(check_cycles({{a, {b, c}}, {b, {c}}}));
  auto const refused = check_cycles({{a, {b}}, {b, {c}}, {c, {b}}});
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().detail.id.find("B → C → B"), std::string::npos);
  EXPECT_FALSE(check_cycles({{a, {a}}}));
}

}  // namespace
}  // namespace himpun::performance::test
