#pragma once
// The Merkle tree over all events of an agency, hashed as RFC 6962 section 2.1 says: the leaf data is the 32-byte hash
// of an event. Building needs memory for one branch only, so millions of leaves are no burden. Proofs ask for the hash
// of whole ranges of leaves; where those come from is the caller's business.

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "base/sha256.h"

namespace himpun::journal {

[[nodiscard]] Sha256 leaf_hash(std::string_view data);                    ///< SHA-256(0x00 || data)
[[nodiscard]] Sha256 node_hash(Sha256 const& left, Sha256 const& right);  ///< SHA-256(0x01 || left || right)
[[nodiscard]] inline Sha256 leaf_hash(Sha256 const& event_hash) { return leaf_hash(bytes_of(event_hash)); }

/// A tree that grows at its right end. `peaks` are the roots of its complete subtrees, largest first: with the size
/// they are all that must be kept to go on later.
class MerkleTree {
 public:
  MerkleTree() = default;
  /// Goes on from `size` and `peaks` of an earlier tree.
  MerkleTree(std::uint64_t size, std::vector<Sha256> peaks);

  void append(Sha256 const& leaf_hash);

  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] std::vector<Sha256> const& peaks() const { return peaks_; }
  [[nodiscard]] Sha256 root() const;  ///< of the empty tree: SHA-256 of nothing

 private:
  std::uint64_t size_ = 0;
  std::vector<Sha256> peaks_;
};

/// Leaves from `first` up to, not including, `last`.
struct LeafRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;

  bool operator==(LeafRange const&) const = default;
};

using MerklePath = std::vector<Sha256>;
/// Root of a range of leaves: feed its leaf hashes to a fresh `MerkleTree`.
using RangeRoot = std::function<Sha256(LeafRange)>;

/// The ranges whose roots make the proof, in its order. At most 64.
[[nodiscard]] std::vector<LeafRange> inclusion_ranges(std::uint64_t leaf, std::uint64_t size);
[[nodiscard]] std::vector<LeafRange> consistency_ranges(std::uint64_t old_size, std::uint64_t new_size);

/// RFC 6962 2.1.1: that `leaf` is in the tree of `size` leaves.
[[nodiscard]] MerklePath inclusion_proof(std::uint64_t leaf, std::uint64_t size, RangeRoot const& root_of);
/// RFC 6962 2.1.2: that the tree of `new_size` leaves begins with the tree of `old_size`.
[[nodiscard]] MerklePath consistency_proof(std::uint64_t old_size, std::uint64_t new_size, RangeRoot const& root_of);

/// Root of a range within leaf hashes that are all in memory.
[[nodiscard]] RangeRoot range_root_of(std::span<Sha256 const> leaf_hashes);

[[nodiscard]] bool verify_inclusion(std::uint64_t leaf, std::uint64_t size, Sha256 const& leaf_hash,
                                    MerklePath const& path, Sha256 const& root);
[[nodiscard]] bool verify_consistency(std::uint64_t old_size, Sha256 const& old_root, std::uint64_t new_size,
                                      Sha256 const& new_root, MerklePath const& path);

}  // namespace himpun::journal
