#include "core/performance/collection/checks.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/values/period_steps.h"
#include "core/performance/collection/figures.h"

namespace himpun::performance {
namespace {

/// One row under the checks: what each check looks at, gathered once.
struct Looked {
  Collection const& collection;
  Row const& row;
  CheckBooks const& books;
  Profile const& profile;
  Sheet const* sheet;  ///< null for a budget row
  Value figure;
  std::optional<Achievement> achievement;
  Value const* previous;
};

using Message = std::optional<Words>;

std::optional<Decimal> number_in(Looked const& at, Value const& value) {
  return magnitude(value, at.sheet ? at.sheet->multiplier : Decimal{1});
}

Message value_missing(Looked const& at, Decimal const&) {
  if (at.figure.kind != ValueKind::blank) return std::nullopt;
  return Words{
      "Nilai belum diisi. Isi angkanya, termasuk 0 bila memang nol, atau pilih \"tidak tersedia\" dengan alasan.",
      "The value is not filled in. Enter it (0 when it is zero), or choose \"not available\" with a reason."};
}

Message ratio_above_one(Looked const& at, Decimal const& threshold) {
  if (at.figure.kind != ValueKind::ratio || !at.figure.numerator || !at.figure.denominator) return std::nullopt;
  if (!(*at.figure.numerator > *at.figure.denominator * threshold)) return std::nullopt;
  auto const shown = spell(at.figure);
  return Words{"Pembilang lebih besar dari penyebut (" + shown.id + "). Periksa apakah keduanya tertukar.",
               "The numerator is greater than the denominator (" + shown.en + "). Check whether they were exchanged."};
}

// ASSUMPTION: a running total counts within its year. The first period of a year starts anew, so against the last one
// of the year before it neither falls nor jumps.
bool starts_anew(Looked const& at) {
  if (!at.sheet || at.sheet->counting != Counting::running_total) return false;
  auto const now = reported_in(at.collection.period, at.sheet->reporting);
  return period_before(now).year != now.year;
}

Message cumulative_falls(Looked const& at, Decimal const&) {
  if (!at.sheet || at.sheet->counting != Counting::running_total || !at.previous || starts_anew(at))
    return std::nullopt;
  auto const now = number_in(at, at.figure);
  auto const before = number_in(at, *at.previous);
  if (!now || !before || !(*now < *before)) return std::nullopt;
  return Words{"Nilai kumulatif turun dari " + spell(*before).id + " menjadi " + spell(*now).id + ".",
               "The running total falls from " + spell(*before).en + " to " + spell(*now).en + "."};
}

Message jump(Looked const& at, Decimal const& threshold) {
  if (!at.previous || starts_anew(at)) return std::nullopt;
  auto const now = number_in(at, at.figure);
  auto const before = number_in(at, *at.previous);
  if (!now || !before || before->is_zero()) return std::nullopt;
  auto const change = absolute((*now - *before) / *before * Decimal{100});
  if (!(change > threshold)) return std::nullopt;
  auto const shown = spell(change, {RoundingMode::half_up, 2});
  return Words{
      "Nilai berubah " + shown.id + " % dari periode lalu (" + spell(*before).id + " menjadi " + spell(*now).id + ").",
      "The value changed by " + shown.en + " % since the last period (" + spell(*before).en + " to " + spell(*now).en +
          ")."};
}

Message target_too_low(Looked const& at, Decimal const& threshold) {
  if (!at.achievement || !at.achievement->before_cap || !(*at.achievement->before_cap > threshold)) return std::nullopt;
  auto const shown = spell(*at.achievement->before_cap, {RoundingMode::half_up, 2});
  return Words{"Capaian " + shown.id + " %: apakah target terlalu rendah? Periksa angka dan targetnya.",
               "Achievement " + shown.en + " %: is the target too low? Check the figure and its target."};
}

Message predicate_below_target(Looked const& at, Decimal const&) {
  if (!at.sheet || !at.figure.predicate) return std::nullopt;
  auto const rules = rules_for(at.profile, at.sheet->rules);
  auto const* agreement =
      find_agreement(at.books.catalogue, IndicatorId{at.row.key.subject}, at.collection.period.year);
  if (!rules || !agreement) return std::nullopt;
  auto const target = year_target(*agreement, IndicatorId{at.row.key.subject}, last_day(at.collection.period));
  if (!target || !target->target.value.predicate) return std::nullopt;
  auto const now = rank_of(rules->predicates, *at.figure.predicate);
  auto const wanted = rank_of(rules->predicates, *target->target.value.predicate);
  if (!now || !wanted || *now <= *wanted) return std::nullopt;
  auto const& a = *at.figure.predicate;
  auto const& b = *target->target.value.predicate;
  return Words{"Predikat " + a + " di bawah target " + b + ".",
               "The predicate " + a + " is below the target " + b + "."};
}

/// Parts of a total; the inputs of a formula need not add up to anything.
Message totals_differ(Looked const& at, Decimal const& threshold) {
  bool const is_total = at.sheet && at.sheet->form == EntryForm::number && !at.row.entry.parts.empty();
  auto const whole = is_total ? number_in(at, at.figure) : std::nullopt;
  if (!whole) return std::nullopt;
  Decimal sum;
  for (auto const& part : at.row.entry.parts) {
    auto const number = magnitude(part.value, Decimal{1});
    if (!number) return std::nullopt;
    sum = sum + *number;
  }
  if (!(absolute(sum - *whole) > threshold)) return std::nullopt;
  return Words{"Jumlah rincian " + spell(sum).id + ", padahal nilainya " + spell(*whole).id + ".",
               "The parts add up to " + spell(sum).en + ", but the value is " + spell(*whole).en + "."};
}

Message evidence_missing(Looked const& at, Decimal const& threshold) {
  if (!at.sheet || at.sheet->required_evidence.empty() || !is_filled(at.figure)) return std::nullopt;
  auto const count = static_cast<std::int64_t>(evidence_of(at.collection, at.row.key).size());
  if (Decimal{count} >= threshold) return std::nullopt;
  auto const wanted = join(at.sheet->required_evidence, ", ");
  return Words{"Data dukung belum dilampirkan: " + wanted + ".", "Evidence is missing: " + wanted + "."};
}

/// Only where the target was missed: then readers ask why.
Message narrative_too_short(Looked const& at, Decimal const& threshold) {
  bool const is_missed = at.achievement && at.achievement->value && *at.achievement->value < Decimal{100};
  if (!is_missed) return std::nullopt;
  auto const length = static_cast<std::int64_t>(count_characters(trim(at.row.entry.obstacles)));
  if (Decimal{length} >= threshold) return std::nullopt;
  return Words{
      "Target belum tercapai: jelaskan faktor penghambat, paling sedikit " + spell(threshold).id + " karakter.",
      "The target was missed: explain the obstacles in at least " + spell(threshold).en + " characters."};
}

struct CheckOf {
  CheckCode code;
  Message (*look)(Looked const&, Decimal const& threshold);
};
constexpr std::array<CheckOf, 9> all_checks{{{CheckCode::value_missing, value_missing},
                                             {CheckCode::ratio_above_one, ratio_above_one},
                                             {CheckCode::cumulative_falls, cumulative_falls},
                                             {CheckCode::jump, jump},
                                             {CheckCode::target_too_low, target_too_low},
                                             {CheckCode::predicate_below_target, predicate_below_target},
                                             {CheckCode::totals_differ, totals_differ},
                                             {CheckCode::evidence_missing, evidence_missing},
                                             {CheckCode::narrative_too_short, narrative_too_short}}};

std::optional<std::string> waived(Row const& row, CheckRule const& rule) {
  if (rule.severity != Severity::warning) return std::nullopt;
  auto const found = std::ranges::find(row.waivers, rule.code, &Waiver::code);
  return found == row.waivers.end() ? std::nullopt : std::optional{found->reason};
}

Looked look_at(Collection const& collection, Row const& row, CheckBooks const& books, Profile const& profile) {
  Looked at{collection, row, books, profile, nullptr, figure_of(collection, row, books.catalogue), {}, nullptr};
  if (row.key.kind != RowKind::indicator) return at;
  IndicatorId const id{row.key.subject};
  at.sheet = find_sheet(books.catalogue, id, collection.period.year);
  at.achievement = achievement_of_row(collection, row, books.catalogue);
  auto const previous = books.previous.find(id);
  if (previous != books.previous.end()) at.previous = &previous->second;
  return at;
}

}  // namespace

std::vector<Finding> check_row(Collection const& collection, Row const& row, CheckBooks const& books) {
  std::vector<Finding> findings;
  auto const* profile = find_profile(books.catalogue, collection.period.year);
  if (!profile) return findings;
  auto const at = look_at(collection, row, books, *profile);
  for (auto const& each : all_checks) {
    auto const* rule = find_check(*profile, each.code);
    auto message = rule ? each.look(at, rule->threshold) : std::nullopt;
    if (message) findings.push_back({row.key, each.code, rule->severity, std::move(*message), waived(row, *rule)});
  }
  return findings;
}

std::vector<Finding> check_form(Collection const& collection, UnitId const& unit, CheckBooks const& books) {
  std::vector<Finding> findings;
  auto const* form = find_form(collection, unit);
  if (!form) return findings;
  for (auto const& key : form->rows) {
    auto const* row = find_row(collection, key);
    if (!row) continue;
    auto const found = check_row(collection, *row, books);
    findings.insert(findings.end(), found.begin(), found.end());
  }
  return findings;
}

}  // namespace himpun::performance
