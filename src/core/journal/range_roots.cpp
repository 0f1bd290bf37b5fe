#include "core/journal/range_roots.h"

#include "base/ensure.h"

namespace himpun::journal {

void RangeRoots::want(std::vector<LeafRange> const& ranges) {
  for (auto const& range : ranges) roots_.try_emplace({range.first, range.last});
}

void RangeRoots::note(Node const& node) {
  auto const wanted = roots_.find({node.range.first, node.range.last});
  if (wanted != roots_.end()) wanted->second = node.hash;
}

/// Complete subtrees are noted when they are made; what is left at the right edge when the last leaf is there.
void RangeRoots::append(Sha256 const& leaf_hash) {
  ensure(count_ < size_, "no more leaves than the tree has");
  Node node{{count_, count_ + 1}, leaf_hash};
  ++count_;
  note(node);
  while (!peaks_.empty()) {
    auto const& left = peaks_.back();
    if (left.range.last - left.range.first != node.range.last - node.range.first) break;
    node = {{left.range.first, node.range.last}, node_hash(left.hash, node.hash)};
    peaks_.pop_back();
    note(node);
  }
  peaks_.push_back(node);
  if (count_ != size_) return;
  auto edge = peaks_.back();
  for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) {
    edge = {{peak->range.first, edge.range.last}, node_hash(peak->hash, edge.hash)};
    note(edge);
  }
}

Sha256 RangeRoots::root_of(LeafRange range) const {
  ensure(count_ == size_, "every leaf was appended");
  auto const found = roots_.find({range.first, range.last});
  ensure(found != roots_.end(), "the range was asked for");
  return found->second;
}

Sha256 RangeRoots::root() const {
  if (peaks_.empty()) return sha256({});
  auto hash = peaks_.back().hash;
  for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) hash = node_hash(peak->hash, hash);
  return hash;
}

}  // namespace himpun::journal
