#pragma once
// Use cases of the figures a case collects: fill in, send, judge, correct, attach evidence. The rules are
// core/performance's; here they meet the journal, the read model and the case: a form that was sent answers the
// division's request, accepted rows accept it, returned rows send it back.

#include "app/desks/collection_follow.h"
#include "core/performance/collection/checks.h"
#include "core/performance/collection/refusals.h"

namespace himpun::app {

/// What a form command was about, for its receipt.
struct FormAim {
  workflow::CaseId case_id;
  performance::UnitId unit;
  Language language = Language::indonesian;
};

/// Several commands of one form as one: all of them, or none. Answers {case_id, unit, frozen, rows: [{kind, subject,
/// revision, state, findings}]} with every row of the form that changed.
[[nodiscard]] Result<Json> act_on_form(Desk& desk, FormAim const& aim,
                                       std::vector<performance::CollectionCommand> const& commands);

/// What the checks need to know beside the collection.
struct FormBooks {
  Books::Collection collection;
  Books::Catalogue catalogue;
  std::map<performance::IndicatorId, performance::Value> previous;

  [[nodiscard]] performance::CheckBooks checks() const { return {catalogue->state, previous}; }
};
/// Refuses with `case.unknown`, `collection.unknown` and `collection.form_unknown`.
[[nodiscard]] Result<FormBooks> form_books(Sight& sight, FormAim const& aim);

inline constexpr ProblemType form_unknown{"collection.form_unknown", ProblemKind::not_found,
                                          "Unit ini tidak memiliki formulir pada berkas ini",
                                          "This unit has no form in this case"};
inline constexpr ProblemType use_form{"collection.use_form", ProblemKind::conflict,
                                      "Permintaan ini dijawab lewat formulir data kinerja",
                                      "This request is answered with the form of performance data"};

}  // namespace himpun::app
