#include "core/procedure/paths.h"

#include <gtest/gtest.h>

#include "support/procedures.h"

namespace himpun::procedure {
namespace {

using test::row;
using test::with_rows;

Paths paths_of(std::string const& rows) { return measure_paths(test::read_valid(with_rows(rows))); }

}  // namespace

TEST(Paths, TheSeedTakesFifteenDaysAndTwentyMinutesOrOneDayLess) {
  auto const paths = measure_paths(test::read_shipped(test::seed_path));
  EXPECT_EQ(paths.longest.total, (TimeTotal{.working_days = 15, .minutes = 20}));
  EXPECT_EQ(paths.shortest.total, (TimeTotal{.working_days = 14, .minutes = 20}));
  EXPECT_EQ(paths.longest.label, "perlu perbaikan");
  EXPECT_EQ(paths.shortest.label, "sudah baik");
  EXPECT_EQ(working_minutes(paths.longest.total), 6770);
  EXPECT_EQ(paths.longest.steps.size(), 10u);
  EXPECT_EQ(paths.shortest.steps.size(), 9u);
  EXPECT_EQ(spell(paths.longest.total), (Words{"15 hari kerja + 20 menit", "15 working days + 20 minutes"}));
}

TEST(Paths, MinutesStayMinutes) {
  auto const paths = measure_paths(test::read_shipped("procedures/surat-masuk.yaml"));
  EXPECT_EQ(paths.longest.total, (TimeTotal{.minutes = 1460}));
  EXPECT_EQ(paths.longest, paths.shortest);
}

TEST(Paths, ParallelBranchesCountOnceWithTheLongest) {
  auto const paths =
      paths_of(row("satu", "tugas", "a", "berikut: [dua, tiga]") + row("dua", "tugas", "a", "berikut: lima") +
               row("tiga", "tugas", "b", "berikut: empat") + row("empat", "tugas", "b", "berikut: lima") +
               row("lima", "tugas", "a", "menunggu: [dua, empat]"));
  EXPECT_EQ(paths.shortest.total, (TimeTotal{.working_days = 4}));
  EXPECT_EQ(paths.shortest.steps[1], StepId{"tiga"});
}

TEST(Paths, LoopsAreNotWalked) {
  auto const paths = paths_of(row("satu", "tugas", "a") +
                              row("dua", "pemeriksaan", "b", "lanjut: {kurang: satu, cukup: tiga, batal: selesai}") +
                              row("tiga", "tugas", "a"));
  EXPECT_EQ(paths.longest.total, (TimeTotal{.working_days = 3}));
  EXPECT_EQ(paths.shortest.total, (TimeTotal{.working_days = 2}));
}

TEST(Paths, WithoutAnEndThereIsNoPath) {
  EXPECT_TRUE(paths_of(row("satu", "tugas", "a") + row("dua", "tugas", "b", "berikut: satu")).longest.steps.empty());
}

TEST(Paths, StepsWithoutALimitAreCounted) {
  EXPECT_EQ(working_minutes({.months = 1, .as_needed = 2}), std::nullopt);
  EXPECT_EQ(spell({.months = 1, .as_needed = 2}),
            (Words{"1 bulan + 2 langkah sesuai kebutuhan", "1 month + 2 steps as needed"}));
  EXPECT_EQ(spell({}), (Words{"0 menit", "0 minutes"}));
}

}  // namespace himpun::procedure
