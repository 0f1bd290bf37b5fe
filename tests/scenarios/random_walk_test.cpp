// Random walks over every shipped procedure. HIMPUN_WALKS says how many (500; 10,000 in deep runs), HIMPUN_SEED repeats
// one: the seed of a failing walk is printed, and is kept in `seeds_that_failed`.

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "scenarios/walker.h"
#include "support/procedures.h"

namespace himpun::test {
namespace {

constexpr int usual_walks = 500;
constexpr int deep_walks = 10'000;
constexpr int steps_of_a_walk = 120;

std::uint64_t volatile walk_under_way = 0;

extern "C" void say_which_walk(int) {
  std::fprintf(stderr, "a walk stopped the process: HIMPUN_SEED=%llu\n",
               static_cast<unsigned long long>(walk_under_way));
}

std::vector<Ground> const& grounds() {
  static auto const all = [] {
    std::vector<Ground> made;
    for (auto const& path : list_source_files("procedures", ".yaml")) made.push_back(make_ground(read_shipped(path)));
    return made;
  }();
  return all;
}

int count_of_walks() {
  if (auto const* text = std::getenv("HIMPUN_WALKS")) return std::atoi(text);
  auto const* deep = std::getenv("HIMPUN_DEEP");
  return deep && std::string{deep} == "1" ? deep_walks : usual_walks;
}

struct Tally {
  std::size_t accepted = 0;
  std::size_t refused = 0;
};

/// Walks that once broke an invariant.
constexpr struct {
  char const* procedure;
  std::uint64_t seed;
} seeds_that_failed[] = {
    {"pekan-literasi", 1002},  // a case began at the first of two starts only, so a join waited for ever
    {"pekan-literasi", 1010},
};

void walk(Ground const& ground, std::uint64_t seed, Tally& tally) {
  walk_under_way = seed;
  Walker walker{ground, seed};
  auto const fault = walker.walk(static_cast<int>(std::mt19937_64{seed}() % steps_of_a_walk));
  if (!fault.empty()) ADD_FAILURE() << "HIMPUN_SEED=" << seed << " (" << ground.procedure.id.value << "): " << fault;
  tally.accepted += walker.accepted();
  tally.refused += walker.refused();
}

void walk(std::uint64_t seed, Tally& tally) { walk(grounds()[seed % grounds().size()], seed, tally); }

TEST(RandomWalks, that_failed_once_do_not_fail_again) {
  Tally tally;
  for (auto const& each : seeds_that_failed) {
    auto const ground =
        std::ranges::find(grounds(), each.procedure, [](Ground const& one) { return one.procedure.id.value; });
    ASSERT_NE(ground, grounds().end());
    walk(*ground, each.seed, tally);
  }
}

TEST(RandomWalks, break_no_invariant_and_can_always_be_finished) {
  std::signal(SIGABRT, say_which_walk);
  Tally tally;
  if (auto const* seed = std::getenv("HIMPUN_SEED")) return walk(std::strtoull(seed, nullptr, 10), tally);
  std::random_device device;
  std::uint64_t const first = device();
  auto const walks = count_of_walks();
  std::printf("%d walks from HIMPUN_SEED=%llu\n", walks, static_cast<unsigned long long>(first));
  for (int i = 0; i < walks && !HasFailure(); ++i) walk(first + static_cast<std::uint64_t>(i), tally);
  std::printf("%zu acts accepted, %zu refused\n", tally.accepted, tally.refused);
  std::signal(SIGABRT, SIG_DFL);
}

}  // namespace
}  // namespace himpun::test
