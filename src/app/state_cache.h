#pragma once
// States folded from streams, kept for the next time they are needed. It does not fold (streams.h) and does not know
// whether a state is still the latest: the fold compares heads.

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "app/ports/store.h"
#include "core/journal/event.h"

namespace himpun::app {

/// Who and when, for the envelopes of new events.
struct Stamp {
  std::string agency;
  Instant at{};
  journal::Actor actor;
};

template <class State>
struct Folded {
  StreamHead head;
  State state;
};

/// Keeps the states used last; safe from any thread.
template <class State>
class StateCache {
 public:
  explicit StateCache(std::size_t most) : most_(most) {}

  using Entry = std::shared_ptr<Folded<State> const>;

  [[nodiscard]] Entry find(std::string_view stream) {
    std::lock_guard const lock(mutex_);
    auto const found = entries_.find(stream);
    if (found == entries_.end()) return nullptr;
    order_.splice(order_.begin(), order_, found->second.place);
    return found->second.entry;
  }

  /// The state to go on with. Nobody else holds it: it is the very one, taken out of here until it is put back.
  /// Somebody reads it: a copy. A register of a hundred thousand files is so not copied for every file that is added to
  /// it.
  [[nodiscard]] std::shared_ptr<Folded<State>> go_on(std::string_view stream, Entry kept) {
    std::lock_guard const lock(mutex_);
    auto const found = entries_.find(stream);
    if (found == entries_.end() || found->second.entry != kept) return std::make_shared<Folded<State>>(*kept);
    { Entry const after_others = kept; }  // its end comes after what others did before they let go; use_count does not
    if (kept.use_count() > 2) return std::make_shared<Folded<State>>(*kept);
    order_.erase(found->second.place);
    entries_.erase(found);
    return std::const_pointer_cast<Folded<State>>(std::move(kept));
  }

  void put(std::string_view stream, Entry entry) {
    std::lock_guard const lock(mutex_);
    auto const [found, is_new] = entries_.try_emplace(std::string{stream});
    if (is_new) {
      order_.push_front(found->first);
      found->second.place = order_.begin();
    }
    found->second.entry = std::move(entry);
    if (entries_.size() > most_) {
      entries_.erase(order_.back());
      order_.pop_back();
    }
  }

 private:
  struct Slot {
    Entry entry;
    std::list<std::string>::iterator place;
  };
  std::size_t most_;
  std::mutex mutex_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view stream) const { return std::hash<std::string_view>{}(stream); }
  };
  std::unordered_map<std::string, Slot, Hash, std::equal_to<>> entries_;
  std::list<std::string> order_;
};

}  // namespace himpun::app
