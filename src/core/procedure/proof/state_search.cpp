#include "core/procedure/proof/state_search.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace himpun::procedure {
namespace {

/// Which places are marked, one bit each.
class Marking {
 public:
  explicit Marking(std::size_t places) : words_((places + 63) / 64, 0) {}

  [[nodiscard]] bool has(std::size_t place) const { return (words_[place / 64] >> (place % 64) & 1) != 0; }
  void put(std::size_t place) { words_[place / 64] |= std::uint64_t{1} << (place % 64); }
  void take(std::size_t place) { words_[place / 64] &= ~(std::uint64_t{1} << (place % 64)); }
  [[nodiscard]] bool empty() const {
    return std::ranges::all_of(words_, [](auto word) { return word == 0; });
  }

  bool operator==(Marking const&) const = default;
  struct Hash {
    std::size_t operator()(Marking const& marking) const {
      std::uint64_t hash = 0x9E3779B97F4A7C15;
      for (auto const word : marking.words_) {
        hash = (hash ^ word) * 0xBF58476D1CE4E5B9;
        hash ^= hash >> 29;
      }
      return hash;
    }
  };

 private:
  std::vector<std::uint64_t> words_;
};

/// Clusters in the order of a depth-first walk: one parallel branch is played to its end before the next begins, so
/// the states of different branches do not multiply.
std::vector<std::size_t> depth_first_clusters(Net const& net) {
  std::vector<std::size_t> using_cluster(net.places());
  for (std::size_t c = 0; c < net.clusters.size(); ++c) {
    for (auto const place : net.clusters[c].takes) using_cluster[place] = c;
  }
  std::vector<bool> seen(net.clusters.size(), false);
  std::vector<std::size_t> order;
  std::vector<std::size_t> stack;
  for (auto start = net.starts.rbegin(); start != net.starts.rend(); ++start) stack.push_back(using_cluster[*start]);
  while (!stack.empty()) {
    auto const cluster = stack.back();
    stack.pop_back();
    if (seen[cluster]) continue;
    seen[cluster] = true;
    order.push_back(cluster);
    auto const& ways = net.clusters[cluster].transitions;
    for (auto way = ways.rbegin(); way != ways.rend(); ++way) {
      auto const& gives = net.transitions[*way].gives;
      for (auto place = gives.rbegin(); place != gives.rend(); ++place) stack.push_back(using_cluster[*place]);
    }
  }
  return order;
}

class Search {
 public:
  Search(Net const& net, std::optional<std::size_t> last, std::size_t max_states)
      : net_(net), max_states_(max_states), order_(depth_first_clusters(net)) {
    if (!last) return;
    auto const uses_last = [&](std::size_t cluster) {
      return std::ranges::find(net.clusters[cluster].takes, *last) != net.clusters[cluster].takes.end();
    };
    std::ranges::stable_partition(order_, [&](std::size_t cluster) { return !uses_last(cluster); });
  }

  SearchResult run() {
    Marking first{net_.places()};
    for (auto const start : net_.starts) first.put(start);
    add(std::move(first), no_step, no_step);
    for (std::size_t state = 0; state < states_.size(); ++state) {
      if (states_.size() > max_states_) return finish(SearchEnd::gave_up, state, {});
      auto const marking = *states_[state].marking;
      auto const cluster = enabled_cluster(marking);
      if (cluster == no_step) {
        if (!marking.empty()) return finish(SearchEnd::stuck, state, marked_places(marking));
        continue;
      }
      for (auto const way : net_.clusters[cluster].transitions) {
        if (auto const twice = play(marking, way, state); twice != no_step) {
          auto result = finish(SearchEnd::marked_twice, state, {twice});
          result.path.push_back(way);
          return result;
        }
      }
    }
    return finish(SearchEnd::clean, no_step, {});
  }

 private:
  struct State {
    Marking const* marking;  ///< owned by `known_`
    std::size_t before;
    std::size_t way;
  };

  void add(Marking marking, std::size_t before, std::size_t way) {
    auto const [at, is_new] = known_.emplace(std::move(marking), states_.size());
    if (is_new) states_.push_back({&at->first, before, way});
  }

  [[nodiscard]] std::size_t enabled_cluster(Marking const& marking) const {
    for (auto const cluster : order_) {
      if (std::ranges::all_of(net_.clusters[cluster].takes, [&](std::size_t place) { return marking.has(place); })) {
        return cluster;
      }
    }
    return no_step;
  }

  /// Adds the state after `way`; returns the place that would be marked twice, if any.
  std::size_t play(Marking marking, std::size_t way, std::size_t state) {
    for (auto const place : net_.transitions[way].takes) marking.take(place);
    for (auto const place : net_.transitions[way].gives) {
      if (marking.has(place)) return place;
      marking.put(place);
    }
    add(std::move(marking), state, way);
    return no_step;
  }

  [[nodiscard]] std::vector<std::size_t> marked_places(Marking const& marking) const {
    std::vector<std::size_t> marked;
    for (std::size_t place = 0; place < net_.places(); ++place) {
      if (marking.has(place)) marked.push_back(place);
    }
    return marked;
  }

  [[nodiscard]] SearchResult finish(SearchEnd end, std::size_t state, std::vector<std::size_t> marked) const {
    SearchResult result{.end = end, .states = states_.size(), .path = {}, .marked = std::move(marked)};
    for (; state != no_step && states_[state].way != no_step; state = states_[state].before) {
      result.path.push_back(states_[state].way);
    }
    std::ranges::reverse(result.path);
    return result;
  }

  Net const& net_;
  std::size_t max_states_;
  std::vector<std::size_t> order_;
  std::unordered_map<Marking, std::size_t, Marking::Hash> known_;
  std::vector<State> states_;
};

/// The smallest relation "may be marked together" that the rules of the game allow pair by pair.
class Concurrency {
 public:
  explicit Concurrency(Net const& net) : net_(net), together_(net.places(), std::vector<bool>(net.places(), false)) {
    users_.resize(net.places());
    for (auto const& way : net.transitions) {
      for (auto const place : way.takes) users_[place].push_back(&way);
    }
  }

  std::vector<std::size_t> find_self_pairs() {
    add_all_pairs(net_.starts);
    auto const reached = reachable_places(net_);
    for (auto const& way : net_.transitions) {
      if (std::ranges::all_of(way.takes, [&](std::size_t place) { return reached[place]; })) add_all_pairs(way.gives);
    }
    while (!work_.empty()) {
      auto const [one, other] = work_.front();
      work_.pop_front();
      move_one(one, other);
      move_one(other, one);
    }
    std::vector<std::size_t> found;
    for (std::size_t place = 0; place < net_.places(); ++place) {
      if (together_[place][place]) found.push_back(place);
    }
    return found;
  }

 private:
  void add_all_pairs(std::vector<std::size_t> const& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t j = i + 1; j < places.size(); ++j) add(places[i], places[j]);
    }
  }
  void add(std::size_t one, std::size_t other) {
    if (together_[one][other]) return;
    together_[one][other] = together_[other][one] = true;
    if (one != other) work_.emplace_back(one, other);
  }
  /// A transition that takes `mover` while `stays` keeps its token puts its results beside `stays`.
  void move_one(std::size_t mover, std::size_t stays) {
    for (auto const* way : users_[mover]) {
      bool const possible = std::ranges::all_of(
          way->takes, [&](std::size_t place) { return place != stays && (place == mover || together_[place][stays]); });
      if (!possible) continue;
      for (auto const place : way->gives) add(place, stays);
    }
  }

  Net const& net_;
  std::vector<std::vector<bool>> together_;
  std::vector<std::vector<Transition const*>> users_;
  std::deque<std::pair<std::size_t, std::size_t>> work_;
};

}  // namespace

SearchResult search_states(Net const& net, std::optional<std::size_t> last, std::size_t max_states) {
  return Search{net, last, max_states}.run();
}

std::vector<std::size_t> suspicious_places(Net const& net) { return Concurrency{net}.find_self_pairs(); }

}  // namespace himpun::procedure
