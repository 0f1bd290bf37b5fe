#include "core/journal/range_roots.h"

#include <gtest/gtest.h>

namespace himpun::journal {
namespace {

std::vector<Sha256> leaves(std::uint64_t count) {
  std::vector<Sha256> all;
  for (std::uint64_t i = 0; i < count; ++i) all.push_back(leaf_hash(std::to_string(i)));
  return all;
}

TEST(RangeRoots, GiveTheSameProofsAsOneByOneForEveryLeafOfEveryTree) {
  for (std::uint64_t size = 1; size <= 70; ++size) {
    auto const all = leaves(size);
    RangeRoots roots{size};
    for (std::uint64_t leaf = 0; leaf < size; ++leaf) roots.want(inclusion_ranges(leaf, size));
    for (auto const& each : all) roots.append(each);
    auto const one_by_one = range_root_of(all);
    for (std::uint64_t leaf = 0; leaf < size; ++leaf) {
      auto const path = inclusion_proof(leaf, size, [&](LeafRange range) { return roots.root_of(range); });
      EXPECT_EQ(path, inclusion_proof(leaf, size, one_by_one)) << leaf << " of " << size;
      EXPECT_TRUE(verify_inclusion(leaf, size, all[leaf], path, roots.root()));
    }
  }
}

TEST(RangeRoots, OnlyWhatWasAskedForIsKept) {
  auto const all = leaves(13);
  RangeRoots roots{13};
  roots.want(inclusion_ranges(11, 13));
  for (auto const& each : all) roots.append(each);
  auto const path = inclusion_proof(11, 13, [&](LeafRange range) { return roots.root_of(range); });
  EXPECT_TRUE(verify_inclusion(11, 13, all[11], path, roots.root()));
}

}  // namespace
}  // namespace himpun::journal
