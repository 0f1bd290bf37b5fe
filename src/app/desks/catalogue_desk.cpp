#include "app/desks/catalogue_desk.h"

#include <algorithm>

#include "app/desks/agency_desk.h"
#include "app/shipped_profiles.h"
#include "app/views/performance/catalogue_view.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

performance::CatalogueOccasion occasion(Sight const& sight) { return {sight.today(), sight.caller, sight.agency()}; }

/// The first refused command's problem, with its place among the commands when there are several.
Problem problem_of(performance::Preview const& preview) {
  auto const refused = std::ranges::find_if(preview.rows, [](auto const& row) { return row.problem.has_value(); });
  return *refused->problem;
}

}  // namespace

Result<Json> show_catalogue(Sight& sight, std::int32_t year) {
  auto const catalogue = sight.books.catalogue(sight.reader);
  auto const version = catalogue->head.version;
  return versioned(version, to_json(catalogue_view(catalogue->state, version, year)));
}

Result<Json> keep_catalogue(Desk& desk, std::optional<std::int64_t> seen,
                            std::vector<performance::CatalogueCommand> const& commands) {
  auto const catalogue = desk.books.catalogue(desk.reader);
  if (auto ok = performance::who_keeps(catalogue->state, occasion(desk)); !ok) return std::unexpected(ok.error());
  if (seen && *seen != catalogue->head.version) {
    return refuse(catalogue_changed, {"Muat ulang katalog, lalu ulangi perubahan Anda.",
                                      "Load the catalogue again, then repeat your change."});
  }
  auto const preview = performance::preview(catalogue->state, commands, occasion(desk));
  if (!preview.is_acceptable()) return std::unexpected(problem_of(preview));
  auto head = catalogue->head;
  if (!preview.events.empty()) {
    auto const end = desk.record(catalogue_stream, head, preview.events);
    if (!end) return std::unexpected(end.error());
    head = *end;
  }
  return versioned(head.version, Json{}.add("version", head.version));
}

performance::Preview preview_catalogue(Sight& sight, std::vector<performance::CatalogueCommand> const& commands) {
  return performance::preview(sight.books.catalogue(sight.reader)->state, commands, occasion(sight));
}

Result<performance::Profile> find_shipped_profile(std::string_view id) {
  auto const& all = shipped_profiles();
  auto const found = std::ranges::find_if(all, [&](auto const& each) { return each.id.value == id; });
  if (found == all.end()) {
    return refuse(profile_unknown, {"Pilih salah satu profil yang tersedia.", "Choose one of the profiles."});
  }
  return *found;
}

}  // namespace himpun::app
