#pragma once
// "Why do we differ?": the same figures of one indicator under several profiles, side by side, with the rules in which
// they part. It judges none of them.

#include "core/performance/catalogue/catalogue.h"

namespace himpun::performance {

struct DifferenceRow {
  ProfileId profile;
  std::string name;
  Achievement achievement;
  std::vector<Words> rules;    ///< every rule that was applied, in words
  std::vector<Words> differs;  ///< those in which it parts from the first row; empty for the first
};
BOOST_DESCRIBE_STRUCT(DifferenceRow, (), (profile, name, achievement, rules, differs))

/// The year's achievement of one indicator under each profile. Refuses as `measurement_of`.
[[nodiscard]] Result<std::vector<DifferenceRow>> compare_profiles(Catalogue const& catalogue,
                                                                  std::vector<Profile> const& profiles,
                                                                  IndicatorId const& indicator, std::int32_t year,
                                                                  Date day,
                                                                  std::vector<Realisation> const& realisations);

/// Every choice of the rules in words, in a fixed order.
[[nodiscard]] std::vector<Words> rule_words(Polarity polarity, Rules const& rules);

}  // namespace himpun::performance
