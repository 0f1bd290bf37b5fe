#include "shell/http/routes/case_routes.h"

#include "app/views/cases/case_list.h"
#include "app/views/cases/case_view.h"
#include "app/views/cases/history.h"
#include "app/views/cases/migration_view.h"
#include "shell/http/routes/case_steering.h"
#include "shell/http/routes/queries.h"

namespace himpun::http {
namespace {

Result<app::CaseSort> read_sort(Call const& call) {
  auto const& text = call.query("sort");
  if (text.empty() || text == "-updated_at") return app::CaseSort::updated_at_descending;
  if (text == "number") return app::CaseSort::number_ascending;
  if (text == "due_at") return app::CaseSort::due_at_ascending;
  return std::unexpected(
      wrong_parameter("sort", {"pilihannya: -updated_at, number, due_at", "choose -updated_at, number or due_at"}));
}

/// `[updated_at, number, due_at or "", id]` of the last row of the page before.
Json::Array cursor_at(app::CaseRow const& row) {
  return {himpun::to_text(row.updated_at), row.number, row.due_at ? himpun::to_text(*row.due_at) : std::string{},
          row.case_id};
}

std::optional<app::CaseRow> row_at(Json::Array const& place) {
  std::vector<std::string> texts;
  for (auto const& each : place) {
    if (auto const* text = each.get_if<std::string>()) texts.push_back(*text);
  }
  if (texts.size() != 4 || place.size() != 4) return std::nullopt;
  auto const updated_at = parse_instant(texts[0]);
  auto const due_at = texts[2].empty() ? std::nullopt : parse_instant(texts[2]);
  if (!updated_at || (!texts[2].empty() && !due_at)) return std::nullopt;
  app::CaseRow row;
  row.updated_at = *updated_at;
  row.number = texts[1];
  row.due_at = due_at;
  row.case_id = texts[3];
  return row;
}

Result<app::CaseQuery> read_case_query(Call const& call) {
  auto const state = query_word<workflow::CaseState>(call, "state");
  if (!state) return std::unexpected(state.error());
  auto const sort = read_sort(call);
  if (!sort) return std::unexpected(sort.error());
  auto const search = query_text(call, "q", 200);
  if (!search) return std::unexpected(search.error());
  auto const& period = call.query("period");
  if (!period.empty() && !parse_period_key(period)) {
    return std::unexpected(wrong_parameter(
        "period", {"tulis 2026, 2026-s1, 2026-q1 atau 2026-m01", "write 2026, 2026-s1, 2026-q1 or 2026-m01"}));
  }
  auto const limit = call.limit();
  if (!limit) return std::unexpected(limit.error());
  auto const place = call.cursor();
  if (!place) return std::unexpected(place.error());
  app::CaseQuery query{.state = *state ? word_of(**state) : std::string{},
                       .procedure = call.query("procedure"),
                       .period = period,
                       .search = *search,
                       .sort = *sort,
                       .after = *place ? row_at(**place) : std::nullopt,
                       .limit = *limit};
  if (*place && !query.after) return refuse(cursor_foreign);
  return query;
}

Result<Answer> list_cases(app::Sight& sight, Call const& call) {
  auto query = read_case_query(call);
  if (!query) return std::unexpected(query.error());
  auto const page = app::list_cases(sight, std::move(*query));
  if (!page) return std::unexpected(page.error());
  auto json = Json{}.add("items", to_json(page->items));
  if (page->last) json.add("next", encode_cursor(cursor_at(*page->last)));
  return Answer{std::move(json)};
}

Result<Answer> show_case(app::Sight& sight, Call const& call) {
  auto const view = app::show_case(sight, workflow::CaseId{call.param("case")}, call.language());
  if (!view) return std::unexpected(view.error());
  return Answer{.json = to_json(*view), .etag = std::to_string(view->version)};
}

Result<Answer> list_case_history(app::Sight& sight, Call const& call) {
  auto const limit = call.limit();
  if (!limit) return std::unexpected(limit.error());
  auto const place = call.cursor();
  if (!place) return std::unexpected(place.error());
  std::optional<std::int64_t> before;
  if (*place) {
    auto const* version = (*place)->size() == 1 ? (*place)->front().get_if<std::int64_t>() : nullptr;
    if (!version) return refuse(cursor_foreign);
    before = *version;
  }
  auto const page = app::list_history(sight, workflow::CaseId{call.param("case")}, call.language(), *limit, before);
  if (!page) return std::unexpected(page.error());
  auto json = Json{}.add("items", to_json(page->items));
  if (page->next) json.add("next", encode_cursor({*page->next}));
  return Answer{std::move(json)};
}

Result<Answer> preview_migration(app::Sight& sight, Call const& call) {
  auto const version = whole_number(call.query("version"), "version");
  if (!version) return std::unexpected(version.error());
  auto const preview = app::preview_migration(sight, workflow::CaseId{call.param("case")}, *version, call.language());
  if (!preview) return std::unexpected(preview.error());
  return Answer{to_json(*preview)};
}

}  // namespace

void add_case_routes(Api& api) {
  api.look("list_cases", Method::get, "/cases", list_cases);
  api.look("show_case", Method::get, "/cases/:case", show_case);
  api.look("list_case_history", Method::get, "/cases/:case/history", list_case_history);
  api.look("preview_migration", Method::get, "/cases/:case/migration", preview_migration);
  add_case_steering(api);
}

}  // namespace himpun::http
