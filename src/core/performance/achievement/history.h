#pragma once
// What earlier years came to, of an indicator or of a budget code, and the sum of a Renstra so far: recorded figures
// first, else what was collected in that year. What is not known says why; it is never a zero.

#include "core/performance/catalogue/catalogue.h"

namespace himpun::performance {

/// Accepted figures of one earlier year.
struct EarlierYear {
  std::map<IndicatorId, std::vector<Realisation>> indicators;
  std::map<std::string, std::vector<Realisation>> budget;
};

struct Past {
  Catalogue const& catalogue;
  std::map<std::int32_t, EarlierYear> const& years;
};

struct PastTotal {
  std::optional<Decimal> number;
  std::string shown;  ///< as people read it: "BB (72)", "3/232", "36.012"
  Words why_not;      ///< when there is no number

  [[nodiscard]] bool is_known() const { return number.has_value(); }
};

/// ASSUMPTION: a Renstra holds five years (Permendagri 86/2017); its last one is that of the end-of-Renstra target.
struct RenstraYears {
  std::int32_t first = 0;
  std::int32_t last = 0;
};
[[nodiscard]] std::optional<RenstraYears> renstra_of(Catalogue const& catalogue, std::int32_t year);

[[nodiscard]] PastTotal total_of_year(Past const& past, IndicatorId const& indicator, std::int32_t year);
[[nodiscard]] PastTotal spent_in_year(Past const& past, std::string const& code, std::int32_t year);

/// From the Renstra's first year to `year`, whose own figure is `this_year`: summed, averaged or the greatest, as the
/// indicator is consolidated; of a state ("last", ratio) the newest year speaks.
[[nodiscard]] PastTotal total_to_date(Past const& past, IndicatorId const& indicator, std::int32_t year,
                                      PastTotal const& this_year);
[[nodiscard]] PastTotal spent_to_date(Past const& past, std::string const& code, std::int32_t year,
                                      Decimal const& this_year);
[[nodiscard]] PastTotal planned_spending(Catalogue const& catalogue, std::string const& code, std::int32_t year);

}  // namespace himpun::performance
