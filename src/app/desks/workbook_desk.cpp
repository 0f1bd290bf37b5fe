#include "app/desks/workbook_desk.h"

#include "base/json_map.h"

namespace himpun::app {
namespace {

Problem refusal_of(WorkbookReport const& report) {
  bool const is_stale = report.counts.refused == 0;
  Problem problem{.type = is_stale ? &workbook_stale : &workbook_refused};
  for (auto const& row : report.rows) {
    if (!row.problem) continue;
    auto const words = row.name + ": " + *row.problem;
    problem.fields.push_back({"/" + std::to_string(row.row), {words, words}});
  }
  return problem;
}

}  // namespace

Result<MadeFile> make_workbook(Sight& sight, FormAim const& aim) {
  auto const books = form_books(sight, aim);
  if (!books) return std::unexpected(books.error());
  auto file = std::make_shared<ScratchFile>(sight.world);
  sight.world.sheets.write_form(file->path(), form_workbook(sight, *books, aim));
  auto const name = "formulir-" + period_key(books->collection->state.period) + ".xlsx";
  return MadeFile{std::move(file), name, xlsx_media_type};
}

Result<Json> check_workbook(Sight& sight, FormAim const& aim, SheetFile const& file) {
  auto const books = form_books(sight, aim);
  if (!books) return std::unexpected(books.error());
  auto const plan = plan_workbook(sight, *books, aim, file);
  if (!plan) return std::unexpected(plan.error());
  return to_json(plan->report);
}

Result<Json> read_workbook(Desk& desk, FormAim const& aim, SheetFile const& file) {
  auto const books = form_books(desk, aim);
  if (!books) return std::unexpected(books.error());
  auto plan = plan_workbook(desk, *books, aim, file);
  if (!plan) return std::unexpected(plan.error());
  if (!plan->report.acceptable) return std::unexpected(refusal_of(plan->report));
  return act_on_form(desk, aim, plan->commands);
}

}  // namespace himpun::app
