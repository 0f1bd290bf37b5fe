// The vectors are those that Certificate Transparency implementations share: eight leaves, the root of every size.

#include "core/journal/merkle.h"

#include <gtest/gtest.h>

#include "base/base64.h"

namespace himpun::journal {
namespace {

std::vector<Sha256> known_leaves() {
  std::vector<Sha256> leaves;
  for (auto const* hex :
       {"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"}) {
    leaves.push_back(leaf_hash(*parse_hex(hex)));
  }
  return leaves;
}

std::vector<std::string> const known_roots = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                              "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                              "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                              "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                              "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                              "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                              "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                              "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                              "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

std::vector<std::string> hex(MerklePath const& path) {
  std::vector<std::string> texts;
  for (auto const& hash : path) texts.push_back(to_hex(hash));
  return texts;
}

/// RFC 6962 2.1, word for word.
Sha256 tree_hash(std::span<Sha256 const> leaves) {
  if (leaves.empty()) return sha256({});
  if (leaves.size() == 1) return leaves[0];
  std::size_t k = 1;
  while (k * 2 < leaves.size()) k *= 2;
  return node_hash(tree_hash(leaves.first(k)), tree_hash(leaves.subspan(k)));
}

std::vector<Sha256> many_leaves(std::size_t count) {
  std::vector<Sha256> leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash(std::to_string(i)));
  return leaves;
}

TEST(Merkle, RootsAgreeWithTheKnownOnes) {
  MerkleTree tree;
  EXPECT_EQ(to_hex(tree.root()), known_roots[0]);
  for (auto const& leaf : known_leaves()) {
    tree.append(leaf);
    EXPECT_EQ(to_hex(tree.root()), known_roots[tree.size()]);
  }
}

TEST(Merkle, InclusionPathsAgreeWithTheKnownOnes) {
  auto const leaves = known_leaves();
  auto const all = range_root_of(leaves);
  EXPECT_EQ(hex(inclusion_proof(0, 8, all)),
            (std::vector<std::string>{"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                                      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}));
  EXPECT_EQ(hex(inclusion_proof(2, 3, all)), std::vector<std::string>{known_roots[2]});
  EXPECT_TRUE(inclusion_proof(0, 1, all).empty());
}

TEST(Merkle, ConsistencyPathsAgreeWithTheKnownOnes) {
  auto const leaves = known_leaves();
  auto const all = range_root_of(leaves);
  EXPECT_EQ(hex(consistency_proof(6, 8, all)),
            (std::vector<std::string>{"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                                      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                                      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
  EXPECT_EQ(hex(consistency_proof(2, 5, all)),
            (std::vector<std::string>{"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                                      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}));
  EXPECT_TRUE(consistency_proof(8, 8, all).empty());
}

TEST(Merkle, AGrowingTreeIsTheTreeOfTheStandard) {
  auto const leaves = many_leaves(130);
  MerkleTree tree;
  for (std::size_t n = 0; n < leaves.size(); ++n) {
    EXPECT_EQ(tree.root(), tree_hash(std::span{leaves}.first(n)));
    tree = MerkleTree{tree.size(), tree.peaks()};  // goes on from what is stored
    tree.append(leaves[n]);
  }
}

TEST(Merkle, EveryInclusionProofHoldsAndNoOther) {
  auto const leaves = many_leaves(40);
  auto const all = range_root_of(leaves);
  for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
    auto const root = tree_hash(std::span{leaves}.first(size));
    for (std::uint64_t leaf = 0; leaf < size; ++leaf) {
      auto path = inclusion_proof(leaf, size, all);
      EXPECT_TRUE(verify_inclusion(leaf, size, leaves[leaf], path, root));
      EXPECT_FALSE(verify_inclusion((leaf + 1) % (size + 1), size, leaves[leaf], path, root));
      EXPECT_FALSE(verify_inclusion(leaf, size, leaf_hash("other"), path, root));
      path.push_back(root);
      EXPECT_FALSE(verify_inclusion(leaf, size, leaves[leaf], path, root));
      path.pop_back();
      if (path.empty()) continue;
      path.back()[5] ^= 1;
      EXPECT_FALSE(verify_inclusion(leaf, size, leaves[leaf], path, root));
      path.pop_back();
      EXPECT_FALSE(verify_inclusion(leaf, size, leaves[leaf], path, root));
    }
  }
}

TEST(Merkle, EveryConsistencyProofHoldsAndNoOther) {
  auto const leaves = many_leaves(40);
  auto const all = range_root_of(leaves);
  for (std::uint64_t size = 0; size <= leaves.size(); ++size) {
    auto const root = tree_hash(std::span{leaves}.first(size));
    for (std::uint64_t old = 0; old <= size; ++old) {
      auto const old_root = tree_hash(std::span{leaves}.first(old));
      auto path = consistency_proof(old, size, all);
      EXPECT_TRUE(verify_consistency(old, old_root, size, root, path)) << old << " " << size;
      EXPECT_FALSE(verify_consistency(old, leaf_hash("other"), size, root, path));
      if (old > 0) {
        EXPECT_FALSE(verify_consistency(old, old_root, size, leaf_hash("other"), path));
      }
      path.push_back(root);
      EXPECT_FALSE(verify_consistency(old, old_root, size, root, path));
      path.pop_back();
      if (path.empty()) continue;
      path.front()[5] ^= 1;
      EXPECT_FALSE(verify_consistency(old, old_root, size, root, path));
      path.erase(path.begin());
      EXPECT_FALSE(verify_consistency(old, old_root, size, root, path));
    }
  }
}

TEST(Merkle, ALongTreeKeepsOneBranchOnly) {
  MerkleTree tree;
  Sha256 const leaf = leaf_hash("x");
  for (int i = 0; i < (1 << 16) - 1; ++i) tree.append(leaf);
  EXPECT_EQ(tree.peaks().size(), 16u);
  tree.append(leaf);
  EXPECT_EQ(tree.peaks().size(), 1u);
  EXPECT_LE(inclusion_ranges(12345, tree.size()).size(), 16u);
}

}  // namespace
}  // namespace himpun::journal
