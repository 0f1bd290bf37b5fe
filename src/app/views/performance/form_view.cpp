#include "app/views/performance/form_view.h"

#include <algorithm>
#include <set>

#include "app/figures/affected_papers.h"
#include "app/desks/case_desk.h"
#include "app/views/people_view.h"
#include "app/views/performance/row_view.h"
#include "app/views/timing.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

using performance::Collection;
using performance::Form;

/// An empty map: completeness asks for evidence and narrative too, but not for a jump against the last period.
std::map<performance::IndicatorId, performance::Value> const no_previous;

std::vector<FormAct> allowed_acts(Sight& sight, FormBooks const& books, performance::UnitId const& unit) {
  performance::CollectionOccasion const occasion{sight.now,      sight.today(),          sight.caller,
                                                 sight.agency(), books.catalogue->state, books.previous};
  auto const& collection = books.collection->state;
  bool const judges = performance::who_reviews(collection, occasion).has_value();
  std::vector<FormAct> allowed;
  if (collection.frozen_at) {
    if (judges) allowed.push_back(FormAct::correct);
    return allowed;
  }
  if (performance::who_fills(unit, occasion)) allowed.push_back(FormAct::fill);
  if (judges) allowed.push_back(FormAct::judge);
  return allowed;
}

bool is_used_by(performance::KeptEvidence const& kept, performance::UnitId const& unit) {
  return std::ranges::any_of(kept.uses, [&](auto const& use) { return use.row.unit == unit; });
}

std::vector<ReminderView> reminders_of(Sight& sight, Collection const& collection, performance::UnitId const& unit,
                                       Language language) {
  std::vector<ReminderView> views;
  for (auto const& each : collection.reminders) {
    if (each.unit != unit) continue;
    ReminderView view{each.stage, say(performance::stage_words(each.stage), language), each.at, std::nullopt};
    if (each.by) view.by = person_name(sight.agency(), each.by->person);
    views.push_back(std::move(view));
  }
  return views;
}

FormSummary summary_of(Sight& sight, FormBooks const& books, Form const& form, Language language) {
  auto const progress = performance::progress_of(books.collection->state, form, books.checks(), sight.now);
  FormSummary summary{form.unit.value,
                      access::holder_name(sight.agency(), access::HolderId{form.unit.value}),
                      progress.rows,
                      progress.complete,
                      progress.timeliness,
                      say(progress.reason, language),
                      progress.due_at,
                      progress.sent_at,
                      progress.repaired_at,
                      progress.is_owed,
                      allowed_acts(sight, books, form.unit),
                      {},
                      {},
                      reminders_of(sight, books.collection->state, form.unit, language)};
  if (!progress.is_owed) return summary;
  auto const timing = timing_at(sight.calendar(), sight.now, progress.due_at, std::nullopt);
  summary.days_left = timing.days_left;
  summary.minutes_left = timing.minutes_left;
  return summary;
}

}  // namespace

RowReceipt row_receipt(FormBooks const& books, performance::Row const& row, Language language) {
  return {row.key.kind, row.key.subject, row.revision, row.state, findings_of(books, row, language)};
}

Result<FormView> show_form(Sight& sight, FormAim const& aim) {
  auto const running = find_running_case(sight, aim.case_id);
  if (!running) return std::unexpected(running.error());
  auto const books = form_books(sight, aim);
  if (!books) return std::unexpected(books.error());
  auto const& collection = books->collection->state;
  auto const& form = *performance::find_form(collection, aim.unit);
  FormView view{aim.case_id.value,
                running->state().number,
                collection.period,
                say(period_words(collection.period), aim.language),
                collection.frozen_at,
                summary_of(sight, *books, form, aim.language),
                {},
                collection.frozen_at ? affected_papers(sight, collection, form.rows) : std::vector<std::string>{}};
  for (auto const& key : form.rows) {
    auto const* row = performance::find_row(collection, key);
    if (row) view.rows.push_back(row_view(sight, *books, *row, aim.language));
  }
  return view;
}

Result<CollectionView> show_collection(Sight& sight, workflow::CaseId const& id, Language language) {
  auto const running = find_running_case(sight, id);
  if (!running) return std::unexpected(running.error());
  FormBooks const books{sight.books.collection(sight.reader, id.value), sight.books.catalogue(sight.reader),
                        no_previous};
  auto const& collection = books.collection->state;
  if (!collection.exists()) return refuse(performance::collection_unknown);
  CollectionView view{id.value, collection.period, say(period_words(collection.period), language),
                      collection.frozen_at, std::nullopt, {}};
  if (!collection.frozen_reason.empty()) view.frozen_reason = collection.frozen_reason;
  for (auto const& form : collection.forms) view.forms.push_back(summary_of(sight, books, form, language));
  return view;
}

Result<std::vector<EvidenceView>> earlier_evidence(Sight& sight, FormAim const& aim) {
  auto const books = form_books(sight, aim);
  if (!books) return std::unexpected(books.error());
  auto const& collection = books->collection->state;
  std::set<std::string> cases;
  for (auto const& key : performance::find_form(collection, aim.unit)->rows) {
    for (auto const& row : earlier_figures(sight.reader, books->catalogue->state, collection.period, key)) {
      cases.insert(row.case_id);
    }
  }
  std::vector<EvidenceView> pieces;
  for (auto const& id : cases) {
    auto const earlier = sight.books.collection(sight.reader, id);
    for (auto const& [evidence, kept] : earlier->state.evidence) {
      if (!collection.evidence.contains(evidence) && is_used_by(kept, aim.unit)) {
        pieces.push_back(evidence_view(kept, std::nullopt));
      }
    }
  }
  return pieces;
}

}  // namespace himpun::app
