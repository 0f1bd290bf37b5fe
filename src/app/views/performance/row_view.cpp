#include "app/views/performance/row_view.h"

#include "app/views/people_view.h"
#include "base/text.h"
#include "core/performance/collection/figures.h"

namespace himpun::app {
namespace {

using performance::Catalogue;
using performance::IndicatorId;
using performance::Row;
using performance::RowKind;

std::vector<std::string> predicates_of(performance::Profile const& profile, performance::Sheet const& sheet) {
  std::vector<std::string> names;
  if (sheet.form != performance::EntryForm::predicate) return names;
  auto const rules = performance::rules_for(profile, sheet.rules);
  if (!rules) return names;
  for (auto const& each : rules->predicates.scores) names.push_back(each.predicate);
  return names;
}

void show_targets(FormRowView& view, FormBooks const& books, Language language) {
  auto const& collection = books.collection->state;
  auto const year = collection.period.year;
  auto const day = last_day(collection.period);
  auto const& catalogue = books.catalogue->state;
  if (view.kind == RowKind::budget) {
    view.about.unit_of_measure = "Rp";
    if (auto const* ceiling = performance::find_ceiling(catalogue, view.subject, year, day)) {
      view.about.name = ceiling->name;
      view.year_target = say(spell(ceiling->amount), language);
    }
    return;
  }
  IndicatorId const id{view.subject};
  view.about = about_indicator(catalogue, id, year);
  auto const* agreement = performance::find_agreement(catalogue, id, year);
  if (!agreement) return;
  if (auto const found = performance::year_target(*agreement, id, day)) {
    view.year_target = say(performance::spell(found->target), language);
  }
  auto const period = performance::period_target(*agreement, id, collection.period, day);
  view.target = period ? std::optional{say(performance::spell(period->target), language)} : view.year_target;
}

void show_evidence(FormRowView& view, performance::Collection const& collection, performance::RowKey const& key) {
  for (auto const* kept : performance::evidence_of(collection, key)) view.evidence.push_back(evidence_view(*kept, key));
}

void show_corrections(FormRowView& view, Row const& row, access::Agency const& agency) {
  for (auto const& each : row.corrections) {
    view.corrections.push_back(
        {each.number, each.value, each.reason, each.papers, person_name(agency, each.by.person), each.at});
  }
}

}  // namespace

SubjectView about_indicator(Catalogue const& catalogue, IndicatorId const& id, std::int32_t year) {
  auto const* sheet = performance::find_sheet(catalogue, id, year);
  if (!sheet) return {.name = id.value};
  SubjectView about{sheet->name,
                    sheet->unit_of_measure,
                    sheet->form,
                    sheet->polarity,
                    sheet->definition,
                    sheet->formula_words,
                    sheet->numerator,
                    sheet->denominator,
                    sheet->inputs,
                    {},
                    sheet->required_evidence};
  if (auto const* profile = performance::find_profile(catalogue, year)) {
    about.predicates = predicates_of(*profile, *sheet);
  }
  return about;
}

EvidenceView evidence_view(performance::KeptEvidence const& kept, std::optional<performance::RowKey> const& row) {
  auto const& piece = kept.evidence;
  EvidenceView shown{piece.id, piece.kind, piece.title, piece.file, unless_empty(piece.link), unless_empty(piece.place),
                     ""};
  for (auto const& use : kept.uses) {
    if (row && use.row == *row) shown.page = use.page;
  }
  return shown;
}

std::vector<FindingView> findings_of(FormBooks const& books, Row const& row, Language language) {
  std::vector<FindingView> found;
  for (auto const& each : performance::check_row(books.collection->state, row, books.checks())) {
    found.push_back({each.code, each.severity, say(each.message, language), each.waived_because});
  }
  return found;
}

FormRowView row_view(Sight& sight, FormBooks const& books, Row const& row, Language language) {
  auto const& collection = books.collection->state;
  FormRowView view{.kind = row.key.kind, .subject = row.key.subject};
  show_targets(view, books, language);
  auto const last = books.previous.find(IndicatorId{row.key.subject});
  if (last != books.previous.end() && row.key.kind == RowKind::indicator) view.previous = last->second;
  view.entry = row.entry;
  view.figure = say(performance::spell(performance::figure_of(collection, row, books.catalogue->state)), language);
  auto const achieved = performance::achievement_of_row(collection, row, books.catalogue->state);
  if (achieved && achieved->value) view.achievement = say(spell(*achieved->value), language) + " %";
  view.state = row.state;
  view.revision = row.revision;
  view.comment = unless_empty(row.comment);
  if (row.entered_by) view.entered_by = person_name(sight.agency(), row.entered_by->person);
  view.entered_at = row.entered_at;
  view.findings = findings_of(books, row, language);
  show_evidence(view, collection, row.key);
  show_corrections(view, row, sight.agency());
  return view;
}

}  // namespace himpun::app
