#include "app/desks/data_part.h"

#include <algorithm>

#include "app/reports/case_facts.h"

namespace himpun::app {
namespace {

std::string data_part_of(Sight& sight, performance::Collection const& collection) {
  auto const catalogue = sight.books.catalogue(sight.reader);
  return report::to_text(
      report::make_data_part(data_books(sight, catalogue->state, collection.period, &collection)));
}

workflow::By acting(Desk const& desk, workflow::PaperVersion const& latest) {
  return {desk.caller.person.value_or(latest.by.person), latest.by.position, latest.by.standing};
}

}  // namespace

std::vector<std::string> drafts_of(procedure::Procedure const& procedure) {
  std::vector<std::string> keys;
  for (auto const& step : procedure.steps) {
    if (step.kind == procedure::StepKind::gathering) keys.push_back(workflow::paper_key(step));
  }
  return keys;
}

std::optional<std::string> data_part_for(Sight& sight, RunningCase const& running, workflow::StepId const& id) {
  auto const* step = procedure::find_step(*running.procedure, id);
  if (!step) return std::nullopt;
  auto const drafts = drafts_of(*running.procedure);
  bool const is_draft = std::ranges::find(drafts, workflow::paper_key(*step)) != drafts.end();
  auto const collection = sight.books.collection(sight.reader, running.state().id.value);
  if (!is_draft || !collection->state.exists()) return std::nullopt;
  return data_part_of(sight, collection->state);
}

Result<void> renew_papers(Desk& desk, workflow::CaseId const& id) {
  auto const collection = desk.books.collection(desk.reader, id.value);
  if (!collection->state.exists() || collection->state.frozen_at) return {};
  auto const running = find_running_case(desk, id);
  if (!running) return std::unexpected(running.error());
  std::optional<std::string> part;
  for (auto const& key : drafts_of(*running->procedure)) {
    auto const* latest = workflow::latest_version(running->state(), key);
    if (!latest || !report::has_data_part(latest->content.text)) continue;
    if (!part) part = data_part_of(desk, collection->state);
    auto content = latest->content;
    content.text = report::with_data_part(content.text, *part);
    auto const done =
        steer_case(desk, id, std::nullopt, workflow::RenewPaper{key, std::move(content), acting(desk, *latest)});
    if (!done) return std::unexpected(done.error());
  }
  return {};
}

}  // namespace himpun::app
