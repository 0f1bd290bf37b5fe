#include "adapters/sql/pending.h"

namespace himpun::sql {

void Pending::clear() {
  loads.clear();
  topics.clear();
}

void Pending::merge(Pending const& kept) {
  for (auto const& [key, difference] : kept.loads) loads[key] += difference;
  topics.insert(kept.topics.begin(), kept.topics.end());
}

std::vector<app::HolderLoadRow> with_differences(std::vector<app::HolderLoadRow> const& rows,
                                                 std::vector<Pending::Loads const*> const& differences,
                                                 std::string_view holder) {
  Pending::Loads sums;
  for (auto const& row : rows) sums[{row.holder, row.action}] = row.open_tasks;
  for (auto const* loads : differences) {
    for (auto const& [key, difference] : *loads) {
      if (holder.empty() || key.first == holder) sums[key] += difference;
    }
  }
  std::vector<app::HolderLoadRow> result;
  for (auto const& [key, sum] : sums) {
    if (sum != 0) result.push_back({key.first, key.second, sum});
  }
  return result;
}

}  // namespace himpun::sql
