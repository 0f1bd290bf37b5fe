#include "app/figures/affected_papers.h"

#include <algorithm>
#include <set>

#include "app/desks/case_desk.h"
#include "app/desks/data_part.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

/// What the sheet calls the paper, or the output of the step that writes it.
std::string name_of(procedure::Procedure const& procedure, std::string const& key) {
  auto const paper = std::ranges::find(procedure.papers, key, &procedure::Paper::key);
  if (paper != procedure.papers.end()) return paper->name;
  auto const* step = procedure::find_step(procedure, procedure::StepId{key});
  return step && !step->outputs.empty() ? step->outputs.front() : key;
}

void add_papers(Sight& sight, std::string const& case_id, std::vector<std::string>& names) {
  auto const running = find_running_case(sight, workflow::CaseId{case_id});
  if (!running) return;
  for (auto const& key : drafts_of(*running->procedure)) {
    auto const* latest = workflow::latest_version(running->state(), key);
    if (!latest) continue;
    names.push_back(name_of(*running->procedure, key) + ", versi " + std::to_string(latest->number) + " (berkas " +
                    running->state().number + ")");
  }
}

/// Cases of later periods of the year that collected one of the rows, in the order of their periods.
std::set<std::pair<std::string, std::string>> later_cases(Sight& sight, performance::Collection const& collection,
                                                          std::vector<performance::RowKey> const& rows) {
  std::set<std::pair<std::string, std::string>> cases;
  auto const own = period_key(collection.period);
  for (auto const& key : rows) {
    for (auto const& figure : sight.reader.figures_of(collection.period.year, key.subject, word_of(key.kind))) {
      if (figure.period > own) cases.emplace(figure.period, figure.case_id);
    }
  }
  return cases;
}

}  // namespace

std::vector<std::string> affected_papers(Sight& sight, performance::Collection const& collection,
                                         std::vector<performance::RowKey> const& rows) {
  std::vector<std::string> names;
  add_papers(sight, collection.id.value, names);
  for (auto const& [period, case_id] : later_cases(sight, collection, rows)) add_papers(sight, case_id, names);
  return names;
}

}  // namespace himpun::app
