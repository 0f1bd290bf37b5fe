#pragma once
// Looking through the states of a net with persistent sets: in each state only the ways out of one enabled cluster are
// followed. It finds dead ends and places that are marked twice; it does not judge them.
//
// Why that is enough in a free-choice net (clusters take from disjoint sets of places):
// - Nothing outside a cluster can take its tokens, so an enabled cluster stays enabled until it moves itself. Any run
//   that moves it later can move it first, and reaches the same state. A run that never moves it can still be played
//   after it has moved. So no dead end is missed (persistent sets, which need no more than that).
// - A place marked twice can be missed when the token on it is always used up in time. Therefore, to clear a place p of
//   suspicion, the search is made once more with the cluster that uses p moving only when nothing else can: a run that
//   marks p twice does not use p's token in between, so by the same argument it is never lost. Moves outside that run
//   come to rest because every place leads to the end of a branch (checked before), and a cycle that sheds tokens on
//   the way would pile them up, which is found as a place marked twice itself.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/procedure/proof/net.h"

namespace himpun::procedure {

enum class SearchEnd : std::uint8_t { clean, stuck, marked_twice, gave_up };

struct SearchResult {
  SearchEnd end = SearchEnd::clean;
  std::size_t states = 0;
  std::vector<std::size_t> path;    ///< transitions from the start to the trouble
  std::vector<std::size_t> marked;  ///< the places still marked (stuck) or the place marked twice
};

/// `last` is the place whose cluster moves only when nothing else can.
[[nodiscard]] SearchResult search_states(Net const& net, std::optional<std::size_t> last, std::size_t max_states);

/// Places that might be marked twice: a superset of those that can be, found by looking at pairs of places that may
/// be marked at the same time (the structural concurrency relation). Empty proves that there are none.
[[nodiscard]] std::vector<std::size_t> suspicious_places(Net const& net);

}  // namespace himpun::procedure
