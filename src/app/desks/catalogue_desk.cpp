#include "app/desks/catalogue_desk.h"

#include <algorithm>

#include "app/desks/agency_desk.h"
#include "app/shipped_profiles.h"
#include "app/views/performance/catalogue_view.h"
#include "app/views/procedure_view.h"
#include "base/embedded.h"
#include "base/ensure.h"
#include "base/json_map.h"
#include "base/yaml.h"
#include "core/performance/profile/profile_file.h"

namespace himpun::app {
namespace {

performance::CatalogueOccasion occasion(Sight const& sight) { return {sight.today(), sight.caller, sight.agency()}; }

/// The first refused command's problem, with its place among the commands when there are several.
Problem problem_of(performance::Preview const& preview) {
  auto const refused = std::ranges::find_if(preview.rows, [](auto const& row) { return row.problem.has_value(); });
  return *refused->problem;
}

/// A figure says by which profile it was computed: one name stands for one set of rules.
bool takes_shipped_id(performance::Profile const& profile) {
  auto const shipped = find_shipped_profile(profile.id.value);
  return shipped && *shipped != profile;
}

Problem id_taken(std::string_view text, std::string const& file) {
  auto const root = read_yaml(text, file);
  auto const* id = root ? root->find("profil") : nullptr;
  ensure(id != nullptr, "a file that was read as a profile names it");
  return {.type = &profile_id_taken,
          .detail = {"Isi \"profil\" dengan nama lain.", "Give \"profil\" another name."},
          .where = SourcePosition{file, id->line, id->column}};
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

Result<performance::Profile> read_own_profile(std::string_view text, std::string const& file) {
  auto profile = performance::read_profile(text, file);
  if (profile && !takes_shipped_id(*profile)) return std::move(*profile);
  auto faults = profile ? std::vector{id_taken(text, file)} : std::move(profile.error());
  auto const count = std::to_string(faults.size());
  return std::unexpected(Problem{.type = &profile_file_refused,
                                 .detail = {count + " hal harus diperbaiki.", count + " things must be mended."},
                                 .where = faults.front().where,
                                 .causes = std::move(faults)});
}

Json check_own_profile(std::string_view text, std::string const& file, Language language) {
  auto const profile = read_own_profile(text, file);
  if (profile) return Json{}.add("profile", to_json(*profile)).add("refusals", Json::Array{});
  Json::Array refusals;
  for (auto const& each : profile.error().causes) refusals.push_back(refusal_view(each, language));
  return Json{}.add("refusals", std::move(refusals));
}

Result<std::string> adopted_profile_file(Sight& sight, std::int32_t year) {
  auto const catalogue = sight.books.catalogue(sight.reader);
  auto const* profile = performance::find_profile(catalogue->state, year);
  if (!profile) return refuse(profile_missing);
  return performance::write_profile(*profile);
}

Result<std::string> shipped_profile_file(std::string_view id) {
  if (auto const known = find_shipped_profile(id); !known) return std::unexpected(known.error());
  auto const* file = find_embedded("data/profiles/" + std::string{id} + ".yaml");
  ensure(file != nullptr, "a shipped profile is named as its file");
  return std::string{file->bytes};
}

}  // namespace himpun::app
