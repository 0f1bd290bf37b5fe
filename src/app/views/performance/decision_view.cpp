#include "app/views/performance/decision_view.h"

#include <algorithm>

#include "app/views/people_view.h"

namespace himpun::app {
namespace {

using performance::Decision;

struct Listing {
  Sight& sight;
  Books::Catalogue catalogue;
  DecisionQuery const& query;
  Language language;

  [[nodiscard]] performance::DecisionOccasion occasion() const {
    return {sight.today(), sight.caller, sight.agency(), catalogue->state};
  }

  [[nodiscard]] performance::Sheet const* sheet_of(Decision const& decision) const {
    if (!decision.about.indicator) return nullptr;
    return performance::find_sheet(catalogue->state, *decision.about.indicator, query.year);
  }

  [[nodiscard]] bool is_shown(Decision const& decision) const {
    auto const& about = decision.about;
    if (!query.indicator.empty()) return about.indicator && about.indicator->value == query.indicator;
    if (query.unit.empty()) return true;
    auto const* sheet = sheet_of(decision);
    bool const is_about = (about.unit && about.unit->value == query.unit) || (sheet && sheet->provider.value == query.unit);
    return is_about || decision.to.value == query.unit || is_in_unit(decision.to);
  }

  [[nodiscard]] bool is_in_unit(access::HolderId const& holder) const {
    auto const position = sight.agency().positions.find(access::PositionId{holder.value});
    return position != sight.agency().positions.end() && position->second.unit.value == query.unit;
  }

  [[nodiscard]] DecisionView view_of(Decision const& decision) const {
    auto const& agency = sight.agency();
    DecisionView view{.decision = decision.id.value,
                      .year = query.year,
                      .text = decision.text,
                      .to = decision.to.value,
                      .to_name = access::holder_name(agency, decision.to),
                      .on = decision.on,
                      .due = decision.due,
                      .by = person_name(agency, decision.by.person),
                      .by_position = access::holder_name(agency, access::HolderId{decision.by.position.value}),
                      .noted_at = decision.noted_at};
    show_about(view, decision);
    show_settlement(view, decision);
    return view;
  }

  void show_about(DecisionView& view, Decision const& decision) const {
    auto const& about = decision.about;
    if (about.indicator) view.indicator = about.indicator->value;
    if (auto const* sheet = sheet_of(decision)) view.indicator_name = sheet->name;
    if (about.unit) view.unit = about.unit->value;
    if (about.unit) view.unit_name = access::holder_name(sight.agency(), access::HolderId{about.unit->value});
    if (about.period) view.period_name = say(period_words(*about.period), language);
  }

  void show_settlement(DecisionView& view, Decision const& decision) const {
    if (!decision.settled) {
      if (performance::who_settles(decision, occasion())) view.allowed.push_back(DecisionAct::settle);
      return;
    }
    view.settled_note = decision.settled->note;
    view.settled_by = person_name(sight.agency(), decision.settled->by.person);
    view.settled_at = decision.settled->at;
  }
};

}  // namespace

std::vector<DecisionView> list_decisions(Sight& sight, DecisionQuery const& query, Language language) {
  auto const decisions = sight.books.decisions(sight.reader, query.year);
  std::vector<DecisionView> views;
  if (decisions->state.all.empty()) return views;
  Listing const listing{sight, sight.books.catalogue(sight.reader), query, language};
  for (auto const& [id, decision] : decisions->state.all) {
    if (listing.is_shown(decision)) views.push_back(listing.view_of(decision));
  }
  std::ranges::stable_sort(views, std::ranges::greater{}, [](DecisionView const& view) { return view.noted_at; });
  return views;
}

bool may_note_decisions(Sight& sight) {
  auto const catalogue = sight.books.catalogue(sight.reader);
  return performance::who_leads({sight.today(), sight.caller, sight.agency(), catalogue->state}).has_value();
}

}  // namespace himpun::app
