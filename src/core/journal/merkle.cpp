#include "core/journal/merkle.h"

#include <algorithm>
#include <bit>
#include <string>

#include "base/ensure.h"

namespace himpun::journal {
namespace {

/// RFC 6962 2.1: the largest power of two smaller than n, for n > 1.
std::uint64_t split_of(std::uint64_t n) { return std::bit_floor(n - 1); }

bool is_odd(std::uint64_t n) { return (n & 1) != 0; }

MerklePath roots_of(std::vector<LeafRange> const& ranges, RangeRoot const& root_of) {
  MerklePath path;
  for (auto const& range : ranges) path.push_back(root_of(range));
  return path;
}

/// Where a verifier stands on its way up: a node of the old (or only) tree and the last node of the tree, by number on
/// their level. RFC 9162 2.1.3.2 and 2.1.4.2 call them fn and sn.
struct Climb {
  std::uint64_t node;
  std::uint64_t last;

  void up() {
    node >>= 1;
    last >>= 1;
  }
  /// True when the next hash of the path stands to the left; then skips the levels without a right neighbour.
  bool takes_left() {
    if (!is_odd(node) && node != last) return false;
    while (!is_odd(node) && node != 0) up();
    return true;
  }
};

}  // namespace

Sha256 leaf_hash(std::string_view data) {
  std::string text(1, '\0');
  text += data;
  return sha256(text);
}

Sha256 node_hash(Sha256 const& left, Sha256 const& right) {
  std::array<char, 65> text;
  text[0] = 1;
  std::ranges::copy(bytes_of(left), text.begin() + 1);
  std::ranges::copy(bytes_of(right), text.begin() + 33);
  return sha256({text.data(), text.size()});
}

MerkleTree::MerkleTree(std::uint64_t size, std::vector<Sha256> peaks) : size_(size), peaks_(std::move(peaks)) {
  ensure(peaks_.size() == static_cast<std::size_t>(std::popcount(size_)), "one peak for each bit of the size");
}

void MerkleTree::append(Sha256 const& leaf_hash) {
  auto hash = leaf_hash;
  for (auto bits = size_; is_odd(bits); bits >>= 1) {
    hash = node_hash(peaks_.back(), hash);
    peaks_.pop_back();
  }
  peaks_.push_back(hash);
  ++size_;
}

Sha256 MerkleTree::root() const {
  if (peaks_.empty()) return sha256({});
  auto hash = peaks_.back();
  for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) hash = node_hash(*peak, hash);
  return hash;
}

std::vector<LeafRange> inclusion_ranges(std::uint64_t leaf, std::uint64_t size) {
  ensure(leaf < size, "the leaf is in the tree");
  std::vector<LeafRange> ranges;
  LeafRange tree{0, size};
  while (tree.last - tree.first > 1) {
    auto const middle = tree.first + split_of(tree.last - tree.first);
    bool const left = leaf < middle;
    ranges.push_back(left ? LeafRange{middle, tree.last} : LeafRange{tree.first, middle});
    (left ? tree.last : tree.first) = middle;
  }
  std::ranges::reverse(ranges);
  return ranges;
}

std::vector<LeafRange> consistency_ranges(std::uint64_t old_size, std::uint64_t new_size) {
  ensure(old_size <= new_size, "a tree only grows");
  if (old_size == 0 || old_size == new_size) return {};
  std::vector<LeafRange> ranges;
  LeafRange tree{0, new_size};
  while (tree.last != old_size) {
    auto const middle = tree.first + split_of(tree.last - tree.first);
    bool const left = old_size <= middle;
    ranges.push_back(left ? LeafRange{middle, tree.last} : LeafRange{tree.first, middle});
    (left ? tree.last : tree.first) = middle;
  }
  // The old tree itself is known to the verifier when it is one complete subtree.
  if (tree.first != 0) ranges.push_back(tree);
  std::ranges::reverse(ranges);
  return ranges;
}

MerklePath inclusion_proof(std::uint64_t leaf, std::uint64_t size, RangeRoot const& root_of) {
  return roots_of(inclusion_ranges(leaf, size), root_of);
}

MerklePath consistency_proof(std::uint64_t old_size, std::uint64_t new_size, RangeRoot const& root_of) {
  return roots_of(consistency_ranges(old_size, new_size), root_of);
}

RangeRoot range_root_of(std::span<Sha256 const> leaf_hashes) {
  return [leaf_hashes](LeafRange range) {
    ensure(range.last <= leaf_hashes.size(), "the range is in the tree");
    MerkleTree tree;
    for (auto const& leaf : leaf_hashes.subspan(range.first, range.last - range.first)) tree.append(leaf);
    return tree.root();
  };
}

bool verify_inclusion(std::uint64_t leaf, std::uint64_t size, Sha256 const& leaf_hash, MerklePath const& path,
                      Sha256 const& root) {
  if (leaf >= size) return false;
  Climb climb{leaf, size - 1};
  auto hash = leaf_hash;
  for (auto const& sibling : path) {
    if (climb.last == 0) return false;
    hash = climb.takes_left() ? node_hash(sibling, hash) : node_hash(hash, sibling);
    climb.up();
  }
  return climb.last == 0 && hash == root;
}

bool verify_consistency(std::uint64_t old_size, Sha256 const& old_root, std::uint64_t new_size, Sha256 const& new_root,
                        MerklePath const& path) {
  if (old_size > new_size) return false;
  if (old_size == new_size) return path.empty() && old_root == new_root;
  if (old_size == 0) return path.empty() && old_root == MerkleTree{}.root();
  Climb climb{old_size - 1, new_size - 1};
  while (is_odd(climb.node)) climb.up();
  bool const complete = climb.node == 0;  // the old tree is one complete subtree: its root is not in the path
  if (!complete && path.empty()) return false;
  auto old_hash = complete ? old_root : path.front();
  auto new_hash = old_hash;
  for (auto sibling = path.begin() + (complete ? 0 : 1); sibling != path.end(); ++sibling) {
    if (climb.last == 0) return false;
    if (climb.takes_left()) {
      old_hash = node_hash(*sibling, old_hash);
      new_hash = node_hash(*sibling, new_hash);
    } else {
      new_hash = node_hash(new_hash, *sibling);
    }
    climb.up();
  }
  return climb.last == 0 && old_hash == old_root && new_hash == new_root;
}

}  // namespace himpun::journal
