#pragma once
// Achievements along the tree: what a sasaran or program achieved, out of its indicators or the nodes below it. The
// rule is the profile's and stands in the trace. What has no achievement is left out and named; it never counts as
// zero. The order of the members makes no difference, to the value or to the trace.

#include "core/performance/catalogue/catalogue.h"

namespace himpun::performance {

struct RollupMember {
  std::string id;
  std::string name;
  std::optional<Decimal> achievement;  ///< capped and rounded, as it is printed
  Words why_not;
  Decimal weight{1};
};

/// Mean of the members' printed achievements, so that a reader can add up what stands in the table.
[[nodiscard]] Achievement roll_up(std::vector<RollupMember> members, RollupRule const& rule, Rules const& rules);

struct NodeAchievement {
  NodeId node;
  Achievement achievement;
  std::vector<std::string> members;  ///< ids of what it was made of, also of what was left out
};

/// Every node that holds in `year`, parents before children.
[[nodiscard]] std::vector<NodeAchievement> roll_up_tree(Catalogue const& catalogue, std::int32_t year,
                                                        Profile const& profile,
                                                        std::map<IndicatorId, Achievement> const& achievements);

}  // namespace himpun::performance
