#include "app/desks/procedure_desk.h"

#include "app/test_office.h"

namespace himpun::app::test {
namespace {

constexpr char const* seed_procedure = "pengumpulan-data-kinerja";

struct ProcedureDesk : ::testing::Test {
  TestOffice office;
  std::string const source = himpun::test::read_source_file("procedures/pengumpulan-data-kinerja.yaml");

  void SetUp() override { office.found(); }

  Result<Json> adopt(std::string const& account, std::string const& text) {
    auto const file = check_file(text, "sop.yaml");
    if (!file) return std::unexpected(file.error());
    return office.as(account, [&](Desk& desk) { return adopt_procedure(desk, *file, Language::indonesian); });
  }
  std::int64_t version() {
    return office
        .read<StreamHead>([](Reader& reader) { return reader.head(procedure_stream("pengumpulan-data-kinerja")); })
        .version;
  }
  Result<Json> assign(std::int64_t seen, std::vector<procedure::PerformerAssignment> const& assignments) {
    return office.as("acc-admin", [&](Desk& desk) {
      return assign_procedure(desk, seen, procedure::ProcedureId{seed_procedure}, assignments);
    });
  }
  Result<Json> show() {
    return office.see("acc-b1",
                      [](Sight& sight) { return show_procedure(sight, procedure::ProcedureId{seed_procedure}); });
  }
};

std::string changed(std::string text) {
  auto const from = std::string{"Disimpan Sebagai Data"};
  return text.replace(text.find(from), from.size(), "Disimpan Sebagai Data dan Arsip");
}

TEST_F(ProcedureDesk, TheSameFileAgainChangesNothing) {
  auto const adopted = adopt("acc-admin", source);
  ASSERT_TRUE(adopted);
  EXPECT_EQ(*adopted->find("version")->get_if<std::int64_t>(), 1);
  EXPECT_FALSE(adopted->find("findings")->get_if<Json::Array>()->empty());
}

TEST_F(ProcedureDesk, AChangedFileIsTheNextVersionAndKeepsTheHolders) {
  ASSERT_TRUE(adopt("acc-admin", changed(source)));
  auto const shown = show();
  ASSERT_TRUE(shown);
  auto const& body = *shown->find("body");
  EXPECT_EQ(*body.find("latest_version")->get_if<std::int64_t>(), 2);
  EXPECT_TRUE(*body.find("startable")->get_if<bool>());
  EXPECT_EQ(body.find("versions")->get_if<Json::Array>()->size(), 2U);
}

TEST_F(ProcedureDesk, OnlyAnAdministratorAdopts) {
  EXPECT_TRUE(adopt("acc-kadis", changed(source)).error().is(read_forbidden));
}

TEST_F(ProcedureDesk, ARefusedFileNamesEveryFaultWithItsPlace) {
  auto const refused = check_file("prosedur: x\nlangkah: []\n", "sop.yaml");
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(procedure_refused));
  ASSERT_GT(refused.error().causes.size(), 1U);
  for (auto const& cause : refused.error().causes) EXPECT_TRUE(cause.where.has_value());
}

TEST_F(ProcedureDesk, PerformersThatAreNotNamedHaveNobody) {
  auto const assigned = assign(version(), {{procedure::ActorId{"kadis"}, {"pos-kadis"}}});
  ASSERT_TRUE(assigned);
  EXPECT_FALSE(*assigned->find("body")->find("startable")->get_if<bool>());
  EXPECT_TRUE(assign(version() - 1, {}).error().is(procedure_changed));
}

TEST_F(ProcedureDesk, AnOrderNamesKnownPerformersAndHolders) {
  auto const wrong = assign(version(), {{procedure::ActorId{"siapa"}, {"pos-kadis", "tidak-ada"}}});
  ASSERT_FALSE(wrong);
  std::vector<std::string> pointers;
  for (auto const& field : wrong.error().fields) pointers.push_back(field.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/assignments/0/actor", "/assignments/0/holders/1"}));
}

TEST_F(ProcedureDesk, AVersionShowsItsStepsFindingsAndPaths) {
  auto const shown = office.see("acc-b1", [](Sight& sight) {
    return show_procedure_version(sight, procedure::ProcedureId{seed_procedure}, 1, Language::indonesian);
  });
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->find("procedure")->find("steps")->get_if<Json::Array>()->size(), 10U);
  EXPECT_FALSE(shown->find("findings")->get_if<Json::Array>()->empty());
  auto const& paths = *shown->find("paths")->get_if<Json::Array>();
  ASSERT_EQ(paths.size(), 2U);
  EXPECT_EQ(*paths[1].find("label")->get_if<std::string>(), "sudah baik");
  // 14 working days of 450 minutes and 20 minutes
  EXPECT_EQ(*paths[1].find("total_minutes")->get_if<std::int64_t>(), 14 * 450 + 20);
}

}  // namespace
}  // namespace himpun::app::test
