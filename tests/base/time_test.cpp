#include "base/time.h"

#include <gtest/gtest.h>

namespace himpun {

TEST(Time, ReadsAndWritesDates) {
  EXPECT_EQ(to_text(*parse_date("2024-02-29")), "2024-02-29");
  EXPECT_FALSE(parse_date("2025-02-29"));
  EXPECT_FALSE(parse_date("2025-2-01"));
  EXPECT_FALSE(parse_date("2025-02-01 "));
}

TEST(Time, ReadsInstantsWithOffsets) {
  EXPECT_EQ(to_text(*parse_instant("2026-01-05T07:30:00+07:00")), "2026-01-05T00:30:00.000000Z");
  EXPECT_EQ(to_text(*parse_instant("2026-01-05T00:30:00.5Z")), "2026-01-05T00:30:00.500000Z");
  EXPECT_FALSE(parse_instant("2026-01-05T24:00:00Z"));
  EXPECT_FALSE(parse_instant("2026-01-05T00:30:00"));
}

TEST(Time, LocalDateFollowsTheOffset) {
  auto const late = *parse_instant("2026-01-05T18:00:00Z");
  EXPECT_EQ(to_text(local_date(late, UtcOffset{})), "2026-01-06");
  EXPECT_EQ(local_minute(late, UtcOffset{}), Minutes{60});
  EXPECT_EQ(local_instant(*parse_date("2026-01-06"), Minutes{60}, UtcOffset{}), late);
}

TEST(Time, SpellsDatesInIndonesian) { EXPECT_EQ(spell_date_id(*parse_date("2026-01-05")), "5 Januari 2026"); }

}  // namespace himpun
