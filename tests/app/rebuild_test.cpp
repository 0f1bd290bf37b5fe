#include "app/rebuild.h"

#include "app/random_player.h"

namespace himpun::app::test {
namespace {

TEST(Rebuild, GivesTheTablesThatTheLiveCommandsMade) {
  for (std::uint32_t const seed : {1U, 2U, 3U}) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    TestOffice office;
    office.found();
    play_a_history(office, 6, 500, seed);
    auto const dump = [&] {
      return office.read<std::vector<std::string>>([](Reader& reader) { return reader.dump_read_model(); });
    };
    auto const live = dump();
    ASSERT_GT(live.size(), 20U);
    std::int64_t told = 0;
    auto const done = rebuild(*office.office, [&](Rebuilt const& so_far) { told = so_far.cases; });
    ASSERT_TRUE(done);
    EXPECT_EQ(done->cases, 6);
    EXPECT_EQ(done->procedures, 1);
    EXPECT_EQ(told, 6);
    EXPECT_EQ(dump(), live);
  }
}

TEST(Rebuild, GoesOnWithTheNumbersThatWereGiven) {
  TestOffice office;
  office.found();
  office.start("Satu");
  office.start("Dua");
  ASSERT_TRUE(rebuild(*office.office));
  EXPECT_EQ(office.file(office.start("Tiga")).number, "0003/2026");
}

}  // namespace
}  // namespace himpun::app::test
