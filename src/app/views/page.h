#pragma once
// A page of a list kept in memory: what was asked for, and cutting it out. The cursor is the id of the last item of
// the page before, so that a page goes on at the right place even when things before it have changed.

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/json_map.h"
#include "base/text.h"

namespace himpun::app {

inline constexpr int usual_page = 50;
inline constexpr int longest_page = 200;

struct PageQuery {
  std::string search{};  ///< part of a name; ASCII case does not matter
  std::string after{};   ///< cursor; empty: from the beginning
  int limit = usual_page;
};

/// `after` is no cursor of this list.
[[nodiscard]] inline Problem unknown_cursor() {
  return Problem{.type = &input_invalid,
                 .fields = {{"/?after", {"bukan lanjutan daftar ini", "is no place in this list"}}}};
}

[[nodiscard]] inline bool contains_ignoring_case(std::string_view text, std::string_view part) {
  return lower_ascii(text).find(lower_ascii(part)) != std::string::npos;
}

/// {items, next?}. `matches(item)` chooses, `order(item)` gives the text to sort by (then the id), `write(item)` shows.
template <class Id, class Item, class Matches, class Order, class Write>
[[nodiscard]] Result<Json> page_of(std::map<Id, Item> const& all, PageQuery const& query, Matches matches, Order order,
                                   Write write) {
  using OrderKey = std::pair<std::string, std::string>;
  std::vector<std::pair<OrderKey, Item const*>> found;
  for (auto const& [id, item] : all) {
    if (matches(item)) found.emplace_back(OrderKey{order(item), id.value}, &item);
  }
  std::ranges::sort(found, {}, [](auto const& each) -> OrderKey const& { return each.first; });
  auto from = found.begin();
  if (!query.after.empty()) {
    auto const last = all.find(Id{query.after});
    if (last == all.end()) return std::unexpected(unknown_cursor());
    from = std::ranges::upper_bound(found, OrderKey{order(last->second), query.after}, {},
                                    [](auto const& each) -> OrderKey const& { return each.first; });
  }
  Json page;
  Json::Array items;
  std::string last;
  for (; from != found.end() && std::ssize(items) < query.limit; ++from) {
    items.push_back(write(*from->second));
    last = from->first.second;
  }
  page.add("items", std::move(items));
  if (from != found.end()) page.add("next", last);
  return page;
}

}  // namespace himpun::app
