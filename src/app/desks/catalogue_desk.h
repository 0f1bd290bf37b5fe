#pragma once
// Use cases of the catalogue: the planning tree, indicator sheets, agreements with targets, ceilings, the profile of a
// year. The rules are core/performance's.

#include "app/office.h"
#include "core/performance/catalogue/commands.h"

namespace himpun::app {

inline constexpr ProblemType catalogue_changed{"catalogue.changed", ProblemKind::stale, "Katalog sudah berubah",
                                               "The catalogue has changed in the meantime"};
inline constexpr ProblemType profile_unknown{"profile.unknown", ProblemKind::not_found, "Profil tidak ditemukan",
                                             "There is no such profile"};

/// The catalogue as of a year: {version, body: {year, nodes, indicators, agreements, ceilings, profile?, keepers}}.
[[nodiscard]] Result<Json> show_catalogue(Sight& sight, std::int32_t year);

/// Carries out commands as one: all or none. `seen`: the catalogue's version the caller saw; absent for imports by
/// Himpun itself. Answers {version, body: {version}}.
[[nodiscard]] Result<Json> keep_catalogue(Desk& desk, std::optional<std::int64_t> seen,
                                          std::vector<performance::CatalogueCommand> const& commands);

/// What an import would do, row by row.
[[nodiscard]] performance::Preview preview_catalogue(Sight& sight,
                                                     std::vector<performance::CatalogueCommand> const& commands);

/// A shipped profile by its id.
[[nodiscard]] Result<performance::Profile> find_shipped_profile(std::string_view id);

}  // namespace himpun::app
