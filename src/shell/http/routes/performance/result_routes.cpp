#include "shell/http/routes/performance/result_routes.h"

#include "app/views/performance/indicator_view.h"
#include "app/views/performance/results_view.h"
#include "shell/http/routes/performance/year_query.h"
#include "shell/http/routes/queries.h"

namespace himpun::http {
namespace {

Result<Answer> show_results(app::Sight& sight, Call const& call) {
  if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const until = until_query(sight, call);
  if (!until) return std::unexpected(until.error());
  auto const unit = query_text(call, "unit", 64);
  if (!unit) return std::unexpected(unit.error());
  auto const view = app::show_results(sight, {*until, *unit}, call.language());
  if (!view) return std::unexpected(view.error());
  return Answer{to_json(*view)};
}

Result<Answer> show_indicator(app::Sight& sight, Call const& call) {
  if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const year = year_query(sight, call);
  if (!year) return std::unexpected(year.error());
  auto const view =
      app::show_indicator(sight, performance::IndicatorId{call.param("indicator")}, *year, call.language());
  if (!view) return std::unexpected(view.error());
  return Answer{to_json(*view)};
}

Result<Answer> compare_profiles(app::Sight& sight, Call const& call) {
  if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const year = year_query(sight, call);
  if (!year) return std::unexpected(year.error());
  auto const rows =
      app::compare_indicator(sight, performance::IndicatorId{call.param("indicator")}, *year, call.language());
  if (!rows) return std::unexpected(rows.error());
  return Answer{Json{}.add("items", to_json(*rows))};
}

}  // namespace

void add_result_routes(Api& api) {
  api.look("show_results", Method::get, "/results", show_results);
  api.look("show_indicator", Method::get, "/results/indicators/:indicator", show_indicator);
  api.look("compare_profiles", Method::get, "/results/indicators/:indicator/profiles", compare_profiles);
}

}  // namespace himpun::http
