// Events of the performance data as they are stored: every one comes back from its JSON as it was.

#include "core/journal/typed.h"
#include "core/performance/achievement/difference.h"
#include "core/performance/office.h"

namespace himpun::performance::test {
namespace {

template <class Event>
void expect_round_trip(Event const& event) {
  auto const stored = journal::to_data(event);
  auto const text = write_json(stored.data);
  auto const back = journal::from_data<Event>(stored.type, stored.version, parse_json(text).value());
  ASSERT_TRUE(back) << stored.type << " " << text;
  EXPECT_EQ(journal::to_data(*back), stored);
  EXPECT_TRUE(stored.type.starts_with("performance."));
}

TEST(PerformanceEvents, OfTheCatalogueComeBackFromTheirJson) {
  SmallOffice const office;
  auto const& sheet = *find_sheet(office.catalogue, IndicatorId{"ditemukan"}, 2026);
  auto const& agreement = office.catalogue.agreements.begin()->second;
  std::vector<CatalogueEvent> const all{
      NodeRecorded{office.catalogue.nodes.begin()->second},
      SheetRecorded{IndicatorId{"ditemukan"}, NodeId{"sasaran"}, sheet},
      IndicatorClosed{IndicatorId{"ditemukan"}, 2027, "selesai"},
      AgreementSigned{agreement.id, 2026, library, agreement.revisions[0]},
      AgreementRevised{agreement.id, agreement.revisions[0]},
      FigureRecorded{IndicatorId{"ditemukan"}, FigureKind::midterm, {2029, target_of(num("95")), "Renstra"}},
      FiguresRecorded{{{IndicatorId{"ditemukan"}, FigureKind::past, {2024, target_of(num("90")), "LKjIP"}}}},
      SpendingRecorded{FigureKind::past, {"2.23.02", 2024, Decimal{1850}, "LRA"}},
      CatalogueImported{{std::string(64, 'a'), "katalog.xlsx", "text/csv", 12}, 3, 1},
      CeilingRecorded{office.catalogue.ceilings[0]},
      ProfileAdoptedFirst{2025, usual_profile(), ""},
      ProfileAdopted{2025, usual_profile(), ""},
      KeepersNamed{{HolderId{"analis"}}}};
  EXPECT_EQ(all.size(), std::variant_size_v<CatalogueEvent>);
  for (auto const& each : all) expect_round_trip(each);
}

TEST(PerformanceEvents, OfACollectionComeBackFromTheirJson) {
  By const by{PersonId{"ani"}, PositionId{"kabid-pustaka"}, access::Standing::plt};
  Entry const entry{
      ratio_value(Decimal{2}, Decimal{232}), {{"a", num("1.5")}}, "x", "y", {{"z", "Ani", day("2026-08-01")}}, "n"};
  Evidence const evidence{EvidenceId{"b1"}, EvidenceKind::physical, "Map", std::nullopt, "", "Lemari 3"};
  std::vector<CollectionEvent> const all{CollectionOpened{CollectionId{"k"},
                                                          quarter(2),
                                                          {{library, {visits}, Instant{day("2026-07-10")}}},
                                                          {HolderId{"a"}},
                                                          {HolderId{"k"}}},
                                         ValuesEntered{{{visits, entry}}, by},
                                         FormSubmitted{library, {visits}, by},
                                         RowAccepted{visits, by},
                                         RowReturned{visits, "Cek", by},
                                         CollectionFrozen{"", by},
                                         ValueCorrected{visits, 1, not_available("hilang"), "x", {"p"}, by},
                                         EvidenceAttached{evidence, {{visits, "hal. 1"}}, by},
                                         EvidenceReused{EvidenceId{"b1"}, {{money, ""}}, by},
                                         EvidenceDetached{EvidenceId{"b1"}, money, by},
                                         WarningWaived{visits, CheckCode::jump, "benar", by},
                                         DivisionReminded{library, ReminderStage::late, std::nullopt, std::nullopt},
                                         FormsScheduled{Instant{day("2026-07-10")}, Instant{day("2026-07-08")}}};
  EXPECT_EQ(all.size(), std::variant_size_v<CollectionEvent>);
  for (auto const& each : all) expect_round_trip(each);
}

TEST(PerformanceEvents, FoldTheSameFromTheirStoredForm) {
  SmallOffice office;
  Catalogue folded;
  auto const fold = [&](CatalogueEvent const& event) {
    auto const stored = journal::to_data(event);
    evolve(folded, journal::from_data<CatalogueEvent>(stored).value());
  };
  for (auto const& [id, node] : office.catalogue.nodes) fold(NodeRecorded{node});
  EXPECT_EQ(folded.nodes, office.catalogue.nodes);
}

TEST(Trace, TravelsAsJson) {
  auto const achievement = achievement_of(Polarity::minimise, usual_rules(), num("12"), target_of(num("15")));
  auto const back = from_json<Achievement>(parse_json(write_json(to_json(achievement))).value());
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, achievement);
  EXPECT_EQ(recompute(back->trace), achievement.value);
}

}  // namespace
}  // namespace himpun::performance::test
