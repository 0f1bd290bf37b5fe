#include "app/desks/collection_follow.h"

#include <algorithm>

#include "app/projections/figure_projection.h"
#include "base/json_map.h"
#include "base/values/period_steps.h"

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

bool is_gathering(procedure::Procedure const& procedure, workflow::StepId const& id) {
  auto const* step = procedure::find_step(procedure, id);
  return step && step->kind == procedure::StepKind::gathering;
}

Result<void> carry_out(Desk& desk, Case const& file, performance::CollectionCommand const& command) {
  auto const book = desk.books.collection(desk.reader, file.id.value);
  auto const catalogue = desk.books.catalogue(desk.reader);
  std::map<performance::IndicatorId, performance::Value> const previous;
  performance::CollectionOccasion const occasion{desk.now,      desk.today(),     desk.caller,
                                                 desk.agency(), catalogue->state, previous};
  auto const events = performance::decide(book->state, command, occasion);
  if (!events) return std::unexpected(events.error());
  auto const recorded = record_collection(desk, file.id.value, *book, *events);
  if (!recorded) return std::unexpected(recorded.error());
  return {};
}

bool has_collection(Desk& desk, Case const& file) {
  return desk.books.collection(desk.reader, file.id.value)->state.exists();
}

Result<void> open_collection(Desk& desk, Case const& file, procedure::Procedure const& procedure,
                             workflow::StepOpened const& opened) {
  if (!is_gathering(procedure, opened.step)) return {};
  if (has_collection(desk, file)) {
    return carry_out(desk, file, performance::ScheduleForms{opened.due_at, opened.at_risk_at});
  }
  auto forms = performance::forms_due(desk.books.catalogue(desk.reader)->state, file.period);
  if (forms.empty()) return {};
  for (auto& form : forms) form.due_at = opened.due_at;
  return carry_out(desk, file,
                   performance::OpenCollection{performance::CollectionId{file.id.value}, file.period, std::move(forms),
                                               gatherers(opened), first_initialers(file, procedure),
                                               opened.at_risk_at});
}

/// The forms are due when their requests are.
Result<void> move_forms(Desk& desk, Case const& file, procedure::Procedure const& procedure,
                        workflow::DeadlinesMoved const& moved) {
  for (auto const& each : moved.deadlines) {
    if (!is_gathering(procedure, each.step) || !has_collection(desk, file)) continue;
    if (auto ok = carry_out(desk, file, performance::ScheduleForms{each.due_at, each.at_risk_at}); !ok) return ok;
  }
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
  return carry_out(desk, file, performance::FreezeCollection{closing_reason(file)});
}

/// By which spans the row's figures are reported; money by those it is collected in.
PeriodKind reporting_of(performance::Catalogue const& catalogue, Period const& period, performance::RowKey const& row) {
  auto const* sheet = row.kind == performance::RowKind::indicator
                          ? performance::find_sheet(catalogue, performance::IndicatorId{row.subject}, period.year)
                          : nullptr;
  return sheet ? sheet->reporting : period.kind;
}

/// Recorded for the year before, of an indicator that is reported by the year.
std::optional<performance::Value> past_figure(performance::Catalogue const& catalogue, Period const& period,
                                              performance::RowKey const& row) {
  auto const before = period_before(reported_in(period, reporting_of(catalogue, period, row)));
  auto const* indicator = performance::find_indicator(catalogue, performance::IndicatorId{row.subject});
  if (before.kind != PeriodKind::year || !indicator) return std::nullopt;
  auto const figure = indicator->past.find(before.year);
  return figure ? std::optional{figure->target.value} : std::nullopt;
}

}  // namespace

Result<void> follow_case(Desk& desk, Case const& after, procedure::Procedure const& procedure,
                         std::vector<workflow::Event> const& events) {
  for (auto const& event : events) {
    if (auto const* opened = std::get_if<workflow::StepOpened>(&event)) {
      if (auto ok = open_collection(desk, after, procedure, *opened); !ok) return ok;
    }
    if (auto const* moved = std::get_if<workflow::DeadlinesMoved>(&event)) {
      if (auto ok = move_forms(desk, after, procedure, *moved); !ok) return ok;
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

std::vector<FigureRow> earlier_figures(Reader& reader, performance::Catalogue const& catalogue, Period const& period,
                                       performance::RowKey const& row) {
  auto const reporting = reporting_of(catalogue, period, row);
  auto const before = period_before(reported_in(period, reporting));
  auto figures = reader.figures_of(before.year, row.subject, word_of(row.kind));
  std::erase_if(figures, [&](FigureRow const& each) {
    auto const collected = parse_period_key(each.period);
    return !collected || reported_in(*collected, reporting) != before || last_day(*collected) != last_day(before);
  });
  return figures;
}

std::map<performance::IndicatorId, performance::Value> previous_figures(
    Reader& reader, performance::Catalogue const& catalogue, Period const& period,
    std::vector<performance::RowKey> const& rows) {
  std::map<performance::IndicatorId, performance::Value> figures;
  for (auto const& row : rows) {
    if (row.kind != performance::RowKind::indicator) continue;
    performance::IndicatorId const id{row.subject};
    if (auto value = past_figure(catalogue, period, row)) figures[id] = std::move(*value);
    for (auto const& figure : earlier_figures(reader, catalogue, period, row)) {
      if (is_collected(figure)) figures[id] = value_of(figure);  // the newest case comes last
    }
  }
  return figures;
}

}  // namespace himpun::app
