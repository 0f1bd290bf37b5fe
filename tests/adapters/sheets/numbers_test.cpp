#include "adapters/sheets/xlsx/numbers.h"

#include <gtest/gtest.h>

#include "adapters/sheets/xlsx/rows.h"
#include "adapters/sheets/xlsx/styles.h"

namespace himpun::sheets {

TEST(SheetNumbers, BecomePlainDecimals) {
  EXPECT_EQ(plain_decimal("007.50"), "7.5");
  EXPECT_EQ(plain_decimal("-0"), "0");
  EXPECT_EQ(plain_decimal("-1.25E-3"), "-0.00125");
  EXPECT_EQ(plain_decimal("1E+20"), "100000000000000000000");
  EXPECT_EQ(plain_decimal(".5"), "0.5");
  EXPECT_EQ(plain_decimal("9.99999999999999E+307")->size(), 308U);
}

TEST(SheetNumbers, OtherThingsAreNone) {
  for (auto const* text : {"", "-", ".", "1,5", "1.2.3", "NaN", "INF", "0x10", "1E", "1E9999", "1E5.", " 1", "1 "}) {
    EXPECT_FALSE(plain_decimal(text)) << text;
  }
}

TEST(SheetNumbers, AreRoundedToTheFifteenDigitsOfASpreadsheet) {
  EXPECT_EQ(as_typed("1.1000000000000001"), "1.1");
  EXPECT_EQ(as_typed("9.949999999999999"), "9.95");
  EXPECT_EQ(as_typed("0.30000000000000004"), "0.3");
  EXPECT_EQ(as_typed("-99999999999999.99"), "-100000000000000");
  EXPECT_EQ(as_typed("0.00012345678901234567"), "0.000123456789012346");
  EXPECT_EQ(as_typed("123456789012345"), "123456789012345");
}

TEST(SheetDates, KnowTheOddsOfBothSystems) {
  using namespace std::chrono;
  EXPECT_EQ(to_text(*date_of_serial("1", DateSystem::from_1900)), "1900-01-01");
  EXPECT_EQ(to_text(*date_of_serial("59", DateSystem::from_1900)), "1900-02-28");
  EXPECT_FALSE(date_of_serial("60", DateSystem::from_1900));
  EXPECT_EQ(to_text(*date_of_serial("61", DateSystem::from_1900)), "1900-03-01");
  EXPECT_EQ(to_text(*date_of_serial("2958465", DateSystem::from_1900)), "9999-12-31");
  EXPECT_FALSE(date_of_serial("2958466", DateSystem::from_1900));
  EXPECT_FALSE(date_of_serial("-1", DateSystem::from_1900));
  EXPECT_FALSE(date_of_serial("0.5", DateSystem::from_1900));
  EXPECT_EQ(to_text(*date_of_serial("0", DateSystem::from_1904)), "1904-01-01");
  EXPECT_EQ(to_text(*date_of_serial("46112.999999999", DateSystem::from_1900)), "2026-04-01");
}

TEST(SheetDates, GoThereAndBack) {
  for (int day : {1, 59, 61, 36526, 46112}) {
    auto const date = date_of_serial(std::to_string(day), DateSystem::from_1900);
    ASSERT_TRUE(date);
    EXPECT_EQ(serial_of_date(date->date), day);
  }
}

TEST(SheetStyles, TellDatesTimesAndPercentages) {
  using app::NumberStyle;
  EXPECT_EQ(style_of_code("dd/mm/yyyy"), NumberStyle::date);
  EXPECT_EQ(style_of_code("[$-421]dd mmmm yyyy;@"), NumberStyle::date);
  EXPECT_EQ(style_of_code("mmm"), NumberStyle::date);
  EXPECT_EQ(style_of_code("hh:mm"), NumberStyle::time);
  EXPECT_EQ(style_of_code("[h]:mm:ss"), NumberStyle::time);
  EXPECT_EQ(style_of_code("0.00%"), NumberStyle::percent);
  EXPECT_EQ(style_of_code("General"), NumberStyle::general);
  EXPECT_EQ(style_of_code("#,##0.00"), NumberStyle::general);
  EXPECT_EQ(style_of_code("\"Rp\"#,##0"), NumberStyle::general);
  EXPECT_EQ(style_of_code("0\" dokumen\""), NumberStyle::general);
  EXPECT_EQ(style_of_code("[Red]0"), NumberStyle::general);
  EXPECT_EQ(style_of_code("\"tak berakhir"), NumberStyle::general);
  EXPECT_EQ(style_of_code("\\"), NumberStyle::general);
}

TEST(SheetAddresses, EndWhereTheLargestSheetEnds) {
  EXPECT_EQ(parse_address("XFD1048576")->column, 16'384);
  EXPECT_EQ(parse_address("c5")->row, 5);
  for (auto const* text : {"XFE1", "A1048577", "A0", "A01", "1", "A", "", "AAAA1", "A1B", "A-1", "$A$1"}) {
    EXPECT_FALSE(parse_address(text)) << text;
  }
  EXPECT_EQ(app::cell_name(5, 16'384), "XFD5");
  EXPECT_EQ(app::cell_name(1, 27), "AA1");
}

}  // namespace himpun::sheets
