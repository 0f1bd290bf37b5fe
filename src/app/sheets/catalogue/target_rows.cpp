#include "app/sheets/catalogue/target_rows.h"

#include <algorithm>
#include <charconv>

#include "app/sheets/figure_text.h"

namespace himpun::app {
namespace {

using performance::Agreement;
using performance::TargetLine;

constexpr Date far_day = Date{std::chrono::year{9999} / 12 / 31};

void read_periods(TargetRow& target) {
  for (auto const& each : period_columns()) {
    auto found = target.row.read(each.key, target_in);
    if (!performance::is_filled(found)) continue;
    target.line.periods.push_back({{each.kind, target.year, each.number}, std::move(found)});
  }
}

Agreement const* agreement_of(performance::Catalogue const& catalogue, TargetRow const& target) {
  for (auto const& [id, each] : catalogue.agreements) {
    if (each.year == target.year && each.unit == target.unit) return &each;
  }
  return nullptr;
}

/// Rows of one revision must agree on its date, number and reason.
void require_agreeing(std::vector<TargetRow*> const& rows) {
  auto const& first = *rows.front();
  for (auto* each : rows) {
    auto const differs = [&](bool is_same, char const* key) {
      if (is_same) return;
      each->row.fault(key, {"berbeda dari baris " + std::to_string(first.row.number()) +
                                "; satu perjanjian atau satu perubahan mempunyai satu isi.",
                            "differs from row " + std::to_string(first.row.number()) + "; one agreement has one."});
    };
    differs(each->date == first.date, "date");
    differs(each->document == first.document, "document");
    differs(each->reason == first.reason, "reason");
  }
}

performance::CatalogueCommand command_of(std::vector<TargetRow*> const& rows, Agreement const* agreement,
                                         MakeId const& make_id) {
  auto const& first = *rows.front();
  performance::Revision revision{0, first.date, first.document, first.reason, {}};
  for (auto const* each : rows) revision.lines.push_back(each->line);
  if (agreement) return performance::ReviseAgreement{agreement->id, std::move(revision)};
  revision.reason.clear();
  return performance::SignAgreement{performance::AgreementId{make_id()}, first.year, first.unit, std::move(revision)};
}

/// "/revision/lines/3/periods/0/target": the line, and what follows it.
std::optional<std::pair<std::size_t, std::string>> line_in(std::string const& pointer) {
  constexpr std::string_view before = "/revision/lines/";
  if (!pointer.starts_with(before)) return std::nullopt;
  std::size_t line = 0;
  auto const* end = pointer.data() + pointer.size();
  auto const [rest, error] = std::from_chars(pointer.data() + before.size(), end, line);
  if (error != std::errc{}) return std::nullopt;
  return std::pair{line, std::string{rest, end}};
}

}  // namespace

TargetRow target_row(TableRow row, NameBook const& names) {
  TargetRow target{std::move(row), 0, {}, {}, {}, {}, {}};
  auto& at = target.row;
  for (auto const* key : {"year", "date", "indicator"}) require(at, key);
  target.year = at.whole("year").value_or(0);
  target.unit = names.unit(at, "unit");
  target.date = at.date("date").value_or(Date{});
  target.document = at.text("document");
  target.reason = at.text("reason");
  target.line.indicator = performance::IndicatorId{at.text("indicator")};
  target.line.target = at.read("target", target_in);
  read_periods(target);
  return target;
}

std::optional<TargetLine> line_in_force(Agreement const& agreement, performance::IndicatorId const& indicator) {
  TargetLine line{indicator, {}, {}};
  bool is_named = false;
  if (auto const year = performance::year_target(agreement, indicator, far_day)) {
    line.target = year->target;
    is_named = true;
  }
  for (auto const& each : period_columns()) {
    Period const period{each.kind, agreement.year, each.number};
    auto const found = performance::period_target(agreement, indicator, period, far_day);
    if (found) line.periods.push_back({period, found->target});
  }
  return is_named || !line.periods.empty() ? std::optional{std::move(line)} : std::nullopt;
}

std::vector<TargetGroup> group_targets(std::vector<TargetRow>& rows, RowBooks const& books,
                                       std::vector<TargetRow const*>& same) {
  std::map<std::pair<std::int32_t, access::UnitId>, std::vector<TargetRow*>> changed;
  for (auto& each : rows) {
    if (!each.row.faults().empty()) continue;
    auto const* agreement = agreement_of(books.catalogue, each);
    if (agreement && line_in_force(*agreement, each.line.indicator) == each.line) {
      same.push_back(&each);
    } else {
      changed[{each.year, each.unit}].push_back(&each);
    }
  }
  std::vector<TargetGroup> groups;
  for (auto& [key, members] : changed) {
    require_agreeing(members);
    bool const is_faulty = std::ranges::any_of(members, [](auto const* each) { return !each->row.faults().empty(); });
    if (is_faulty) continue;
    auto command = command_of(members, agreement_of(books.catalogue, *members.front()), books.make_id);
    groups.push_back({std::move(members), std::move(command)});
  }
  return groups;
}

void blame_rows(TargetGroup& group, Problem const& problem) {
  if (problem.fields.empty()) return group.rows.front()->row.take_over(problem);
  for (auto const& field : problem.fields) {
    auto const line = line_in(field.pointer);
    Problem one{.type = problem.type, .fields = {field}};
    if (!line || line->first >= group.rows.size()) {
      group.rows.front()->row.take_over(one);
      continue;
    }
    one.fields.front().pointer = line->second;
    group.rows[line->first]->row.take_over(one);
  }
}

}  // namespace himpun::app
