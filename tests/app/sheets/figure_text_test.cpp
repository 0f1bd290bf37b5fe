#include "app/sheets/figure_text.h"

#include <gtest/gtest.h>

namespace himpun::app {
namespace {

using performance::Target;
using performance::Value;

Value value_of(std::string const& text) {
  auto const read = value_in(text_cell(text));
  EXPECT_TRUE(read) << text << ": " << (read ? "" : read.error().id);
  return read.value_or(Value{});
}

TEST(FigureText, ReadsNumbersAsIndonesiansWriteThem) {
  EXPECT_EQ(value_of("1.234,5"), performance::number_value(*parse_exact("1234.5")));
  EXPECT_EQ(value_of(" 0 "), performance::number_value(Decimal{0}));
  EXPECT_FALSE(value_in(text_cell("12.5")));
}

TEST(FigureText, KeepsBlankZeroAndNotAvailableApart) {
  EXPECT_EQ(value_of("  ").kind, performance::ValueKind::blank);
  EXPECT_EQ(value_of("0").kind, performance::ValueKind::number);
  EXPECT_EQ(value_of("Tidak tersedia: survei belum selesai"), performance::not_available("survei belum selesai"));
}

TEST(FigureText, ReadsRatiosAndPredicates) {
  EXPECT_EQ(value_of("3/232"), performance::ratio_value(Decimal{3}, Decimal{232}));
  EXPECT_EQ(value_of("WTP"), performance::predicate_value("WTP"));
  EXPECT_EQ(value_of("BB (72,5)"), performance::predicate_value("BB", *parse_exact("72.5")));
}

TEST(FigureText, ReadsAPercentCellAsPeopleSeeIt) {
  auto cell = number_cell("0.9375");
  cell.style = NumberStyle::percent;
  EXPECT_EQ(value_in(cell).value(), performance::number_value(*parse_exact("93.75")));
}

TEST(FigureText, RefusesFormulasErrorsAndDatesWithHowToMendThem) {
  auto formula = number_cell("6");
  formula.origin = CellOrigin::formula;
  EXPECT_NE(value_in(formula).error().id.find("Tempel Khusus"), std::string::npos);
  EXPECT_FALSE(value_in(Cell{.kind = CellKind::error, .text = "#DIV/0!"}));
  EXPECT_NE(value_in(date_cell(*parse_date("2026-03-12"))).error().id.find("tanggal"), std::string::npos);
}

TEST(FigureText, ReadsEveryTargetItWrites) {
  Target range, least, most;
  range.lower = Decimal{10}, range.upper = Decimal{20};
  least.lower = *parse_exact("2.5");
  most.upper = Decimal{1000};
  std::vector<Target> const targets{range,
                                    least,
                                    most,
                                    performance::target_of(performance::number_value(Decimal{18000})),
                                    performance::target_of(performance::number_value(Decimal{0})),
                                    performance::target_of(performance::ratio_value(Decimal{3}, Decimal{1232})),
                                    performance::target_of(performance::predicate_value("BB", Decimal{72})),
                                    performance::target_of(performance::predicate_value("Sangat Baik")),
                                    performance::target_of(performance::not_available("belum ada")),
                                    Target{}};
  for (auto const& each : targets) {
    auto const read = target_in(cell_of(each));
    ASSERT_TRUE(read) << performance::spell(each).id << ": " << read.error().id;
    EXPECT_EQ(*read, each) << performance::spell(each).id;
  }
}

TEST(FigureText, ReadsDatesAsPeopleTypeThem) {
  for (auto const* text : {"2026-01-15", "15/01/2026", "15-1-2026"}) {
    EXPECT_EQ(date_in(text_cell(text)).value(), parse_date("2026-01-15")) << text;
  }
  for (auto const* text : {"2026", "31/02/2026", "15 Jan", "1/1/20261"}) EXPECT_FALSE(date_in(text_cell(text))) << text;
}

}  // namespace
}  // namespace himpun::app
