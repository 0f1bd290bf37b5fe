#include "core/calendar/time_limit.h"

#include <gtest/gtest.h>

namespace himpun::calendar {

TEST(TimeLimit, ReadsEveryUnitTheSheetsUse) {
  EXPECT_EQ(parse_time_limit("20 Menit").value(), (TimeLimit{20, TimeUnit::minutes, {}}));
  EXPECT_EQ(parse_time_limit("3 jam").value(), (TimeLimit{3, TimeUnit::hours, {}}));
  EXPECT_EQ(parse_time_limit("2 hari").value(), (TimeLimit{2, TimeUnit::working_days, {}}));
  EXPECT_EQ(parse_time_limit(" 2  Hari   Kerja ").value(), (TimeLimit{2, TimeUnit::working_days, {}}));
  EXPECT_EQ(parse_time_limit("5 hari kalender").value(), (TimeLimit{5, TimeUnit::calendar_days, {}}));
  EXPECT_EQ(parse_time_limit("2 minggu").value(), (TimeLimit{2, TimeUnit::weeks, {}}));
  EXPECT_EQ(parse_time_limit("1 BULAN").value(), (TimeLimit{1, TimeUnit::months, {}}));
  EXPECT_EQ(parse_time_limit("480menit").value(), (TimeLimit{480, TimeUnit::minutes, {}}));
}

TEST(TimeLimit, InARangeTheLongerOneCounts) {
  for (auto const* text : {"1-2 hari", "1 - 2 hari", "1 s.d. 2 hari", "1 s/d 2 hari",
                           "1\xE2\x80\x93"
                           "2 hari",
                           "1 sampai 2 hari"}) {
    EXPECT_EQ(parse_time_limit(text).value(), (TimeLimit{2, TimeUnit::working_days, 1})) << text;
  }
}

TEST(TimeLimit, RefusesWhatItCannotRead) {
  for (auto const* text : {"", "hari", "2", "0 hari", "-1 hari", "10001 menit", "99999999999 hari", "2 hariku",
                           "1,5 jam", "2-1 hari", "2-2 hari", "1- hari", "dua hari", "2 tahun"}) {
    auto const read = parse_time_limit(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_TRUE(read.error().is(time_limit_unreadable));
  }
}

TEST(TimeLimit, IsSpelledWithItsUnit) {
  EXPECT_EQ(spell({2, TimeUnit::working_days, {}}), (Words{"2 hari kerja", "2 working days"}));
  EXPECT_EQ(spell({1, TimeUnit::hours, {}}), (Words{"1 jam", "1 hour"}));
  EXPECT_EQ(spell({2, TimeUnit::weeks, 1}), (Words{"1-2 minggu", "1-2 weeks"}));
  EXPECT_EQ(spell({20, TimeUnit::minutes, {}}), (Words{"20 menit", "20 minutes"}));
}

}  // namespace himpun::calendar
