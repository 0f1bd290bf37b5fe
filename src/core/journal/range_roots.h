#pragma once
// Roots of many ranges of leaves in one walk over all leaves, for the proofs of many events at once: proving a
// thousand events costs hardly more than proving one. Ask for every range first, then append every leaf, then take.

#include <map>

#include "core/journal/merkle.h"

namespace himpun::journal {

class RangeRoots {
 public:
  /// Ranges must be those of `inclusion_ranges` for a tree of `size` leaves.
  explicit RangeRoots(std::uint64_t size) : size_(size) {}

  void want(std::vector<LeafRange> const& ranges);
  void append(Sha256 const& leaf_hash);
  /// After the last leaf: the root of a wanted range.
  [[nodiscard]] Sha256 root_of(LeafRange range) const;
  [[nodiscard]] Sha256 root() const;

 private:
  struct Node {
    LeafRange range;
    Sha256 hash;
  };
  void note(Node const& node);

  std::uint64_t size_;
  std::uint64_t count_ = 0;
  std::map<std::pair<std::uint64_t, std::uint64_t>, Sha256> roots_;  ///< wanted ranges, first and last
  std::vector<Node> peaks_;
};

}  // namespace himpun::journal
