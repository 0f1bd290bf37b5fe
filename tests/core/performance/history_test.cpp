// Earlier years and the Renstra so far: recorded figures first, then what was collected, else why there is nothing.

#include "core/performance/achievement/history.h"
#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

IndicatorId const counted{"kunjungan"};  // summed
IndicatorId const found{"ditemukan"};    // a ratio, the last one speaks

class History : public ::testing::Test {
 protected:
  void record(IndicatorId const& id, FigureKind kind, std::int32_t year, char const* number) {
    EXPECT_EQ(office.keep(RecordFigure{id, kind, {year, target_of(num(number)), "LKjIP"}}), "");
  }
  void spend(FigureKind kind, std::int32_t year, std::int64_t amount) {
    EXPECT_EQ(office.keep(RecordSpending{kind, {"2.23.2", year, Decimal{amount}, "LRA"}}), "");
  }
  [[nodiscard]] Past past() const { return {office.catalogue, years}; }
  static PastTotal known(char const* number) { return {num(number).number, number, {}}; }

  SmallOffice office;
  std::map<std::int32_t, EarlierYear> years;
};

TEST_F(History, TakesAWordOnlyWhereTheIndicatorHasPredicates) {
  auto const record_word = [&](IndicatorId const& id, char const* word) {
    return office.keep(RecordFigure{id, FigureKind::past, {2024, target_of(predicate_value(word)), "LKjIP"}});
  };
  EXPECT_EQ(record_word(counted, "belum dihitung"), "figure.invalid");
  EXPECT_EQ(office.last->fields.at(0).pointer, "/figure/target/value/predicate");
  auto sheet = plain_sheet("Nilai SAKIP", "nilai", library);
  sheet.form = EntryForm::predicate;
  sheet.polarity = Polarity::predicate;
  IndicatorId const graded{"sakip"};
  EXPECT_EQ(office.keep(RecordSheet{graded, NodeId{"program"}, sheet}), "");
  EXPECT_EQ(record_word(graded, "lumayan"), "figure.invalid");
  EXPECT_NE(office.last->fields.at(0).message.id.find("AA, A, BB"), std::string::npos);
  EXPECT_EQ(record_word(graded, "bb"), "");
}

TEST_F(History, TakesTheRecordedFigureBeforeTheCollectedOne) {
  for (std::int32_t i = 1; i <= 4; ++i) {
    years[2025].indicators[counted].push_back({{PeriodKind::quarter, 2025, i}, num("100"), "", {}});
  }
  EXPECT_EQ(total_of_year(past(), counted, 2025).number, Decimal{400});
  record(counted, FigureKind::past, 2025, "512");
  EXPECT_EQ(total_of_year(past(), counted, 2025).number, Decimal{512});
  auto const before = total_of_year(past(), counted, 2024);
  EXPECT_FALSE(before.is_known());
  EXPECT_EQ(before.why_not.id, "realisasi 2024 belum dicatat dan tidak dikumpulkan di sini");
}

TEST_F(History, SumsTheRenstraOnlyWhenEveryYearIsKnown) {
  EXPECT_FALSE(total_to_date(past(), counted, 2026, known("50")).is_known()) << "no Renstra is known";
  record(counted, FigureKind::midterm, 2028, "99999");
  record(counted, FigureKind::past, 2025, "30");
  EXPECT_EQ(renstra_of(office.catalogue, 2026)->first, 2024);
  EXPECT_NE(total_to_date(past(), counted, 2026, known("50")).why_not.id.find("2024"), std::string::npos);
  record(counted, FigureKind::past, 2024, "20");
  EXPECT_EQ(total_to_date(past(), counted, 2026, known("50")).number, Decimal{100});
}

TEST_F(History, OfAStateTheNewestYearSpeaks) {
  EXPECT_EQ(total_to_date(past(), found, 2026, known("93.75")).number, num("93.75").number);
}

TEST_F(History, KnowsTheMoneyOfEarlierYears) {
  EXPECT_EQ(planned_spending(office.catalogue, "2.23.02", 2026).why_not.id, "pagu akhir Renstra belum dicatat");
  spend(FigureKind::midterm, 2026, 9000);
  EXPECT_EQ(planned_spending(office.catalogue, "2.23.02", 2026).number, Decimal{9000});
  for (std::int32_t year = 2022; year < 2025; ++year) spend(FigureKind::past, year, 1000);
  EXPECT_FALSE(spent_to_date(past(), "2.23.02", 2026, Decimal{5}).is_known());
  years[2025].budget["2.23.02"] = {{{PeriodKind::quarter, 2025, 1}, num("250"), "", {}},
                                   {{PeriodKind::quarter, 2025, 2}, num("500"), "", {}}};
  EXPECT_EQ(spent_in_year(past(), "2.23.02", 2025).number, Decimal{750});
  EXPECT_EQ(spent_to_date(past(), "2.23.02", 2026, Decimal{5}).number, Decimal{3755});
}

TEST_F(History, RefusesSpendingThatIsNone) {
  EXPECT_EQ(office.keep(RecordSpending{FigureKind::benchmark, {"x", 1900, Decimal{-1}, ""}}), "figure.invalid");
  EXPECT_EQ(office.last->fields.size(), 5U);
}

}  // namespace
}  // namespace himpun::performance::test
