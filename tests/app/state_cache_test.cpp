#include "app/state_cache.h"

#include <gtest/gtest.h>

namespace himpun::app::test {
namespace {

struct Counted {
  int number = 0;
};

class KeptStates : public ::testing::Test {
 protected:
  void keep(int number) { cache_.put("arsip", std::make_shared<Folded<Counted>>(Folded<Counted>{{}, {number}})); }

  StateCache<Counted> cache_{2};
};

TEST_F(KeptStates, AStateThatNobodyReadsGoesOnAsItself) {
  keep(1);
  auto const* before = cache_.find("arsip").get();
  auto const taken = cache_.go_on("arsip", cache_.find("arsip"));
  EXPECT_EQ(taken.get(), before);
  EXPECT_EQ(cache_.find("arsip"), nullptr) << "nobody finds it while it changes";
  taken->state.number = 2;
  cache_.put("arsip", taken);
  EXPECT_EQ(cache_.find("arsip")->state.number, 2);
}

TEST_F(KeptStates, WhoReadsAStateKeepsItAsItWas) {
  keep(1);
  auto const reader = cache_.find("arsip");
  cache_.go_on("arsip", cache_.find("arsip"))->state.number = 2;
  EXPECT_EQ(reader->state.number, 1);
  EXPECT_EQ(cache_.find("arsip"), reader);
}

TEST_F(KeptStates, AStateThatWasReplacedMeanwhileIsCopied) {
  keep(1);
  auto const old = cache_.find("arsip");
  keep(2);
  EXPECT_EQ(cache_.go_on("arsip", old)->state.number, 1);
  EXPECT_EQ(cache_.find("arsip")->state.number, 2);
}

}  // namespace
}  // namespace himpun::app::test
