#pragma once
// What works leave to the end of their batch: differences of holder loads and topics to announce. Many works touch the
// same few holders; adding their differences up saves statements, and writing them last and in one order keeps writers
// on PostgreSQL from locking the same rows in different orders. It writes nothing itself.

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/ports/rows.h"

namespace himpun::sql {

struct Pending {
  using Loads = std::map<std::pair<std::string, std::string>, std::int64_t>;  ///< (holder, action) to difference

  Loads loads;
  std::set<std::string> topics;

  void clear();
  /// Takes over what a work that is kept has left.
  void merge(Pending const& kept);
};

/// Rows as they will be after `differences`; only those of `holder` unless it is empty. Rows of 0 are left out.
[[nodiscard]] std::vector<app::HolderLoadRow> with_differences(std::vector<app::HolderLoadRow> const& rows,
                                                               std::vector<Pending::Loads const*> const& differences,
                                                               std::string_view holder);

}  // namespace himpun::sql
