#include "core/report/data_part.h"

#include "core/performance/samples.h"

namespace himpun::report {
namespace {

TEST(ADataPart, StandsAtTheEndOfTheTextAndIsReplacedThere) {
  auto const part = to_text(DataPart{{PeriodKind::quarter, 2026, 1}, {{"Tabel", {"A", "B"}, {{"1", "2"}}}}, {"Catatan satu"}});
  auto const draft = with_data_part("Pendahuluan.", part);
  EXPECT_TRUE(draft.starts_with("Pendahuluan.\n\n=== DATA KINERJA Triwulan I 2026"));
  EXPECT_TRUE(has_data_part(draft));
  EXPECT_FALSE(has_data_part("Pendahuluan."));
  auto const newer = to_text(DataPart{{PeriodKind::quarter, 2026, 1}, {}, {}});
  EXPECT_EQ(with_data_part(draft + "\nPenutup.", newer), "Pendahuluan.\n\n" + newer + "\nPenutup.");
  EXPECT_EQ(with_data_part(draft, part), draft) << "the same figures leave the text as it is";
}

TEST(ADataPart, IsCutOffBeforeNothingWhenItsEndWasErasedByHand) {
  EXPECT_EQ(with_data_part("Awal === DATA KINERJA rusak", "X"), "Awal X");
}

TEST(ADataPart, SaysNothingForAYearWithoutAProfile) {
  performance::Catalogue const empty;
  DataBooks const books{empty, {PeriodKind::quarter, 2026, 1}, {}, {}, [](auto const& unit) { return unit.value; }};
  EXPECT_TRUE(make_data_part(books).tables.empty());
}

}  // namespace
}  // namespace himpun::report
