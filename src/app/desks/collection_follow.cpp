#include "app/desks/collection_follow.h"

#include <algorithm>

#include "app/projections/figure_projection.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

using performance::Collection;
using performance::CollectionEvent;
using workflow::Case;

/// The position through which the events came to be; empty when Himpun itself made them.
std::string acted_as(performance::CollectionEvents const& events) {
  std::string position;
  for (auto const& event : events) {
    std::visit(
        [&](auto const& each) {
          if constexpr (requires { each.by.position; }) position = each.by.position.value;
          if constexpr (requires { each.by->position; }) position = each.by ? each.by->position.value : std::string{};
        },
        event);
  }
  return position;
}

/// Whoever holds the tasks that the step opened for the one who gathers.
std::vector<access::HolderId> gatherers(workflow::StepOpened const& opened) {
  std::vector<access::HolderId> holders;
  for (auto const& task : opened.tasks) {
    if (task.action == workflow::Action::gather) holders.push_back(task.holder);
  }
  return holders;
}

/// ASSUMPTION: the figures freeze at the first initials of the procedure (in the seed SOP the Kasubag's).
std::vector<access::HolderId> first_initialers(Case const& file, procedure::Procedure const& procedure) {
  auto const step = std::ranges::find(procedure.steps, procedure::StepKind::initialing, &procedure::Step::kind);
  std::vector<access::HolderId> holders;
  if (step == procedure.steps.end()) return holders;
  for (auto const& actor : step->performers) {
    auto const more = workflow::holders_of(file, actor);
    holders.insert(holders.end(), more.begin(), more.end());
  }
  return holders;
}

Result<void> open_collection(Desk& desk, Case const& file, procedure::Procedure const& procedure,
                             workflow::StepOpened const& opened) {
  auto const* step = procedure::find_step(procedure, opened.step);
  if (!step || step->kind != procedure::StepKind::gathering) return {};
  auto const book = desk.books.collection(desk.reader, file.id.value);
  if (book->state.exists()) return {};
  auto const catalogue = desk.books.catalogue(desk.reader);
  auto forms = performance::forms_due(catalogue->state, file.period);
  if (forms.empty()) return {};
  for (auto& form : forms) form.due_at = opened.due_at;
  performance::OpenCollection const command{performance::CollectionId{file.id.value}, file.period, std::move(forms),
                                            gatherers(opened), first_initialers(file, procedure)};
  std::map<performance::IndicatorId, performance::Value> const previous;
  performance::CollectionOccasion const occasion{desk.now,        desk.today(),     desk.caller,
                                                 desk.agency(),   catalogue->state, previous};
  auto const events = performance::decide(book->state, command, occasion);
  if (!events) return std::unexpected(events.error());
  auto const recorded = record_collection(desk, file.id.value, *book, *events);
  if (!recorded) return std::unexpected(recorded.error());
  return {};
}

/// Why the gathering was closed although something was missing; said again where the figures freeze.
std::string closing_reason(Case const& file) {
  for (auto const& run : file.runs) {
    if (!run.missing.empty() && !run.reason.empty()) return run.reason;
  }
  return "Belum diterima sampai naskah diparaf; tidak dihitung.";
}

Result<void> freeze_collection(Desk& desk, Case const& file) {
  auto const book = desk.books.collection(desk.reader, file.id.value);
  if (!book->state.exists() || book->state.frozen_at) return {};
  auto const catalogue = desk.books.catalogue(desk.reader);
  std::map<performance::IndicatorId, performance::Value> const previous;
  performance::CollectionOccasion const occasion{desk.now,      desk.today(),     desk.caller,
                                                 desk.agency(), catalogue->state, previous};
  if (!performance::who_freezes(book->state, occasion)) return {};
  auto const events = performance::decide(book->state, performance::FreezeCollection{closing_reason(file)}, occasion);
  if (!events) return std::unexpected(events.error());
  auto const recorded = record_collection(desk, file.id.value, *book, *events);
  if (!recorded) return std::unexpected(recorded.error());
  return {};
}

}  // namespace

Period period_before(Period period) {
  if (--period.number >= 1) return period;
  return {period.kind, period.year - 1, periods_per_year(period.kind)};
}

Result<void> follow_case(Desk& desk, Case const& after, procedure::Procedure const& procedure,
                         std::vector<workflow::Event> const& events) {
  for (auto const& event : events) {
    if (auto const* opened = std::get_if<workflow::StepOpened>(&event)) {
      if (auto ok = open_collection(desk, after, procedure, *opened); !ok) return ok;
    }
    auto const* mark = std::get_if<workflow::PaperMarked>(&event);
    if (mark && mark->mark == workflow::MarkKind::initials) {
      if (auto ok = freeze_collection(desk, after); !ok) return ok;
    }
  }
  return {};
}

Result<Books::Collection> record_collection(Desk& desk, std::string const& case_id, Folded<Collection> const& before,
                                            performance::CollectionEvents const& events) {
  auto after = std::make_shared<Folded<Collection>>(before);
  if (events.empty()) return after;
  auto const end = desk.record(collection_stream(case_id), before.head, events, acted_as(events));
  if (!end) return std::unexpected(end.error());
  for (auto const& event : events) performance::evolve(after->state, event, desk.now);
  after->head = *end;
  project_collection(desk.transaction, before.state, after->state);
  desk.books.keep(case_id, after);
  return after;
}

std::map<performance::IndicatorId, performance::Value> previous_figures(
    Reader& reader, Period const& period, std::vector<performance::RowKey> const& rows) {
  auto const before = period_before(period);
  auto const key = period_key(before);
  std::map<performance::IndicatorId, performance::Value> figures;
  for (auto const& row : rows) {
    if (row.kind != performance::RowKind::indicator) continue;
    for (auto const& figure : reader.figures_of(before.year, row.subject, "indicator")) {
      if (figure.period != key || !is_collected(figure)) continue;
      figures[performance::IndicatorId{row.subject}] = value_of(figure);  // the newest case comes last
    }
  }
  return figures;
}

}  // namespace himpun::app
