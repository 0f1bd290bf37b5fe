#pragma once
// The catalogue of one agency, folded from its events: the planning tree, indicators with their sheets, agreements with
// targets, ceilings, and the profile adopted for each year. Questions about it are answered here; changing it is
// commands.h and events.h.

#include "core/performance/catalogue/agreement.h"
#include "core/performance/catalogue/ceiling.h"
#include "core/performance/catalogue/indicator.h"
#include "core/performance/catalogue/node.h"

namespace himpun::performance {

struct Catalogue {
  std::map<NodeId, Node> nodes;
  std::map<IndicatorId, Indicator> indicators;
  std::map<AgreementId, Agreement> agreements;
  std::vector<Ceiling> ceilings;             ///< in the order of recording
  SpendingByYear spending_past;              ///< what codes cost in earlier years
  SpendingByYear spending_planned;           ///< by the Renstra's last year
  std::map<std::int32_t, Profile> profiles;  ///< by first year
  std::vector<HolderId> keepers;             ///< who keeps the catalogue, beside administrators
};

[[nodiscard]] Node const* find_node(Catalogue const& catalogue, NodeId const& id);
[[nodiscard]] Node const* find_node_by_code(Catalogue const& catalogue, std::string_view code, std::int32_t year);
[[nodiscard]] Indicator const* find_indicator(Catalogue const& catalogue, IndicatorId const& id);
/// The sheet in force in `year`; null when there is none.
[[nodiscard]] Sheet const* find_sheet(Catalogue const& catalogue, IndicatorId const& id, std::int32_t year);
/// The profile adopted for `year` or the last one before; null when none was.
[[nodiscard]] Profile const* find_profile(Catalogue const& catalogue, std::int32_t year);
/// The agreement of `year` that names the indicator; an indicator is in one agreement a year at most.
[[nodiscard]] Agreement const* find_agreement(Catalogue const& catalogue, IndicatorId const& id, std::int32_t year);
/// The ceiling of `code` that holds on `day`; null when there is none.
[[nodiscard]] Ceiling const* find_ceiling(Catalogue const& catalogue, std::string_view code, std::int32_t year,
                                          Date day);

/// Ordered by code, then id.
[[nodiscard]] std::vector<Node const*> children_of(Catalogue const& catalogue, std::optional<NodeId> const& parent,
                                                   std::int32_t year);
[[nodiscard]] std::vector<Indicator const*> indicators_of(Catalogue const& catalogue, NodeId const& node,
                                                          std::int32_t year);

/// Indicators a division reports in this period: those whose reporting period ends with it. A monthly indicator is
/// due in a collection of a quarter as well: the last month's figure is not asked again, the quarter's is.
[[nodiscard]] std::vector<Indicator const*> indicators_due(Catalogue const& catalogue, Period const& period);
/// One ceiling for each code that holds on the period's last day.
[[nodiscard]] std::vector<Ceiling const*> ceilings_in(Catalogue const& catalogue, Period const& period);

inline constexpr ProblemType indicator_unknown{"indicator.unknown", ProblemKind::not_found, "Indikator tidak ditemukan",
                                               "There is no such indicator"};
inline constexpr ProblemType profile_missing{"profile.missing", ProblemKind::conflict,
                                             "Profil perhitungan belum dipilih", "No profile has been adopted"};

/// Everything needed to compute an indicator's achievements in `year` as of `day`, but for the figures themselves.
/// Refuses an unknown indicator and a year without a profile.
[[nodiscard]] Result<Measurement> measurement_of(Catalogue const& catalogue, IndicatorId const& indicator,
                                                 std::int32_t year, Date day, std::vector<Realisation> realisations);
/// The same under another profile: for "why do we differ?".
[[nodiscard]] Result<Measurement> measurement_under(Catalogue const& catalogue, Profile const& profile,
                                                    IndicatorId const& indicator, std::int32_t year, Date day,
                                                    std::vector<Realisation> realisations);

}  // namespace himpun::performance
