#include "app/views/sheet_view.h"

#include "base/json_map.h"
#include "core/document/sop_sheet.h"

namespace himpun::app {
namespace {

/// Rows of steps on one landscape page; more would be too small to read beside the columns of the standard.
constexpr int steps_a_page = 6;

Json identity_view(procedure::Procedure const& procedure) {
  return Json{}
      .add("number", procedure.number)
      .add("name", procedure.name)
      .add("unit", procedure.unit)
      .add("dates", to_json(procedure.dates))
      .add("approved_by", to_json(procedure.approved_by))
      .add("legal_basis", to_json(procedure.legal_basis))
      .add("qualifications", to_json(procedure.qualifications))
      .add("related", to_json(procedure.related))
      .add("equipment", to_json(procedure.equipment))
      .add("warnings", to_json(procedure.warnings))
      .add("recording", to_json(procedure.recording));
}

Json cell_view(document::SheetCell const& cell) {
  Json json;
  if (cell.symbol != document::Symbol::none) json.add("symbol", word_of(cell.symbol));
  return json.add("off_page_at", to_json(cell.off_page_at))
      .add("segments", to_json(cell.segments))
      .add("arrows", to_json(cell.arrows))
      .add("labels", to_json(cell.labels));
}

Json row_view(document::SheetRow const& row) {
  Json::Array cells;
  for (auto const& cell : row.cells) cells.push_back(cell_view(cell));
  Json json;
  json.add("number", row.number == 0 ? std::string{} : std::to_string(row.number));
  if (!row.step.empty()) json.add("step", row.step.value);
  return json.add("activity", row.activity)
      .add("inputs", to_json(row.inputs))
      .add("time", row.time)
      .add("outputs", to_json(row.outputs))
      .add("remark", row.remark)
      .add("inferred", to_json(row.inferred))
      .add("cells", std::move(cells));
}

Json columns_view(procedure::Procedure const& procedure) {
  Json::Array columns;
  for (auto const& actor : procedure.actors) {
    columns.push_back(Json{}.add("actor", actor.id.value).add("name", actor.name));
  }
  return columns;
}

}  // namespace

Json sheet_view(procedure::Procedure const& procedure) {
  auto const sheet = document::lay_out_sheet(procedure, steps_a_page);
  Json::Array pages;
  for (auto const& page : sheet.pages) {
    Json::Array rows;
    for (auto const& row : page.rows) rows.push_back(row_view(row));
    pages.push_back(Json{}.add("rows", std::move(rows)));
  }
  return Json{}
      .add("identity", identity_view(procedure))
      .add("title", sheet.flow_title)
      .add("columns", columns_view(procedure))
      .add("pages", std::move(pages));
}

}  // namespace himpun::app
