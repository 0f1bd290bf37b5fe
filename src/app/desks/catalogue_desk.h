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

inline constexpr ProblemType profile_file_refused{"profile.file_refused", ProblemKind::invalid,
                                                  "Berkas profil belum dapat dipakai",
                                                  "The profile's file cannot be used yet"};
inline constexpr ProblemType profile_id_taken{"profile.id_taken", ProblemKind::invalid,
                                              "Nama profil ini sudah dipakai profil bawaan",
                                              "A profile that ships with Himpun has this name"};
inline constexpr ProblemType profile_missing{"profile.missing", ProblemKind::not_found,
                                             "Profil tahun itu belum dipilih", "No profile was chosen for that year"};

/// A profile in a file of the office's own; refused with every fault (`Problem::causes`), each with its place.
[[nodiscard]] Result<performance::Profile> read_own_profile(std::string_view text, std::string const& file);
/// What such a file says, without adopting it: {profile?, refusals}.
[[nodiscard]] Json check_own_profile(std::string_view text, std::string const& file, Language language);
/// The profile of a year as a file to take away.
[[nodiscard]] Result<std::string> adopted_profile_file(Sight& sight, std::int32_t year);
/// A shipped one as it ships, with its remarks.
[[nodiscard]] Result<std::string> shipped_profile_file(std::string_view id);

/// A shipped profile by its id.
[[nodiscard]] Result<performance::Profile> find_shipped_profile(std::string_view id);

}  // namespace himpun::app
