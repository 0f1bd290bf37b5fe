#include <fstream>
#include <sstream>

#include "core/performance/achievement/difference.h"
#include "core/performance/office.h"
#include "core/performance/profile/profile_file.h"

namespace himpun::performance::test {
namespace {

std::string shipped_text(std::string const& name) {
  std::ifstream in{HIMPUN_SOURCE_DIR "/data/profiles/" + name};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

Profile shipped(std::string const& name) {
  auto const profile = read_profile(shipped_text(name), name);
  if (!profile) {
    for (auto const& each : profile.error())
      ADD_FAILURE() << name << ":" << each.where->line << " " << each.type->title_en << " " << each.detail.en;
    return {};
  }
  return *profile;
}

std::string with(std::string text, std::string const& old, std::string const& fresh) {
  auto const at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), fresh);
}

Problem first_fault(std::string const& text) {
  auto const profile = read_profile(text, "uji.yaml");
  if (!profile) return profile.error().front();
  ADD_FAILURE() << "was read";
  return {.type = &profile_invalid};
}

TEST(Profile, ShipsInTwoKindsThatDiffer) {
  auto const plain = shipped("lkjip-tanpa-batas.yaml");
  auto const capped = shipped("batas-120.yaml");
  EXPECT_EQ(plain.defaults.minimise, MinimiseFormula::a);
  EXPECT_FALSE(plain.defaults.cap.at);
  EXPECT_EQ(capped.defaults.minimise, MinimiseFormula::b);
  EXPECT_EQ(capped.defaults.cap.at, Decimal{120});
  EXPECT_EQ(capped.defaults.floor.at, Decimal{0});
  EXPECT_EQ(plain.checks.size(), 9U);
  EXPECT_EQ(rating_of(plain.defaults.rating_scale, dec("90.5")), "sangat tinggi");
  EXPECT_EQ(score_of(*find_map(plain, "opini-bpk"), "wtp"), Decimal{100});
  EXPECT_FALSE(plain.assumptions.empty());
}

TEST(Profile, IsWrittenAsTheFileThatReadsAsIt) {
  for (auto const* name : {"lkjip-tanpa-batas.yaml", "batas-120.yaml"}) {
    auto const profile = shipped(name);
    EXPECT_EQ(read_profile(write_profile(profile), name).value(), profile);
  }
  auto own = shipped("batas-120.yaml");
  own.id = ProfileId{"kantor-kita"};
  own.name = "Rumus kantor: A #1";
  own.source = "\"Perbup 7/2026\"\nlampiran II";
  own.assumptions.clear();
  own.defaults.cap = {dec("112.5")};
  own.defaults.floor = {dec("-3")};
  own.defaults.zero_target = {
      ZeroTargetKind::steps, {{Decimal{0}, Decimal{100}}, {dec("2.5"), Decimal{50}}}, Decimal{0}};
  own.checks.resize(1);
  EXPECT_EQ(read_profile(write_profile(own), "sendiri.yaml").value(), own);
}

TEST(Profile, FileFaultsHaveTheirPlaceAndAWayOut) {
  auto const text = shipped_text("batas-120.yaml");
  auto fault = first_fault(with(text, "batas_atas: 120", "batas_ats: 120"));
  EXPECT_EQ(fault.type->code, "profile.key_unknown");
  EXPECT_EQ(fault.where->line, 19);
  EXPECT_NE(fault.detail.id.find("batas_atas"), std::string::npos);
  fault = first_fault(with(text, "rumus_minimal: B", "rumus_minimal: C"));
  EXPECT_NE(fault.detail.id.find("A, B"), std::string::npos);
  fault = first_fault(with(text, "di_atas: 75", "di_atas: 95"));
  EXPECT_EQ(fault.type->code, profile_invalid.code);
  fault = first_fault(with(text, "batas_atas: 120", "batas_atas: 12.5"));
  EXPECT_NE(fault.detail.id.find("12,5"), std::string::npos);
  fault = first_fault(with(text, "skala_bawaan: permendagri-86", "skala_bawaan: lain"));
  EXPECT_EQ(fault.type->code, rating_scale_unknown.code);
  EXPECT_FALSE(read_profile("", "kosong.yaml"));
  EXPECT_FALSE(read_profile("- a", "daftar.yaml"));
}

TEST(Profile, TakesAStepTableForZeroTargets) {
  auto const text =
      with(shipped_text("batas-120.yaml"), "target_nol: nol_atau_tidak",
           "target_nol:\n  langkah:\n    - {sampai: 0, capaian: 100}\n    - {sampai: 2, capaian: 50}\n  selebihnya: 0");
  auto const profile = read_profile(text, "uji.yaml");
  ASSERT_TRUE(profile);
  EXPECT_EQ(profile->defaults.zero_target.steps.size(), 2U);
}

TEST(Profile, LeavesToTheIndicatorWhatTheIndicatorStates) {
  auto const profile = shipped("batas-120.yaml");
  RuleChoices choices;
  choices.cap = Limit{};
  choices.minimise = MinimiseFormula::a;
  auto const rules = rules_for(profile, choices);
  ASSERT_TRUE(rules);
  EXPECT_FALSE(rules->cap.at) << "no cap is a choice";
  EXPECT_EQ(rules->minimise, MinimiseFormula::a);
  EXPECT_EQ(rules->floor.at, Decimal{0});
}

TEST(Difference, ShowsTheSameFiguresUnderEachProfileSideBySide) {
  SmallOffice office;
  auto sheet = plain_sheet("Waktu temu balik", "menit", archive);
  sheet.polarity = Polarity::minimise;
  EXPECT_EQ(office.keep(RecordSheet{IndicatorId{"waktu"}, NodeId{"sasaran"}, sheet}), "");
  ReviseAgreement revision{AgreementId{"pk-2026"}, {}};
  revision.revision = {0, day("2026-02-01"), "", "Tambahan", {{IndicatorId{"waktu"}, target_of(num("15")), {}}}};
  EXPECT_EQ(office.keep(revision), "");
  auto const rows = compare_profiles(office.catalogue, {shipped("lkjip-tanpa-batas.yaml"), shipped("batas-120.yaml")},
                                     IndicatorId{"waktu"}, 2026, office.today, quarters({"12"}));
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(shown((*rows)[0].achievement.value), "120.00");
  EXPECT_EQ(shown((*rows)[1].achievement.value), "120.00");
  EXPECT_EQ(shown((*rows)[1].achievement.before_cap), "125.00");
  EXPECT_TRUE((*rows)[0].differs.empty());
  ASSERT_EQ((*rows)[1].differs.size(), 3U);
  EXPECT_EQ((*rows)[1].differs[0].id, "Target ÷ Realisasi × 100");
  EXPECT_FALSE(compare_profiles(office.catalogue, {usual_profile()}, IndicatorId{"x"}, 2026, office.today, {}));
}

}  // namespace
}  // namespace himpun::performance::test
