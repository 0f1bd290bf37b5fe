// Rules for agreements, their revisions, and the figures that a year is compared with.

#include <algorithm>
#include <chrono>

#include "base/text.h"
#include "core/performance/catalogue/code.h"
#include "core/performance/catalogue/rules.h"

namespace himpun::performance::rules {
namespace {

constexpr std::size_t max_lines = 1'000;

void check_target_for(Faults& faults, Sheet const& sheet, Target const& target, std::string const& pointer) {
  faults.take_over(check_target(target, pointer));
  bool const is_range = sheet.polarity == Polarity::range;
  if (is_range != (target.lower || target.upper) && is_filled(target)) {
    faults.add(pointer, is_range ? Words{"target rentang memerlukan batas bawah atau atas", "a range needs bounds"}
                                 : Words{"indikator ini tidak memakai rentang", "this indicator has no range"});
  }
  if (sheet.polarity == Polarity::predicate && is_filled(target) && !target.value.predicate) {
    faults.add(pointer, {"harus berupa predikat", "must be a predicate"});
  }
}

void check_line(Faults& faults, Catalogue const& catalogue, TargetLine const& line, std::int32_t year,
                std::string const& pointer) {
  auto const* sheet = find_sheet(catalogue, line.indicator, year);
  if (!sheet) return faults.add(pointer + "/indicator", {"indikator tidak ditemukan", "there is no such indicator"});
  check_target_for(faults, *sheet, line.target, pointer + "/target");
  if (line.periods.size() > 12) return faults.add(pointer + "/periods", {"paling banyak 12", "at most 12"});
  for (std::size_t i = 0; i < line.periods.size(); ++i) {
    auto const at = pointer + "/periods/" + std::to_string(i);
    auto const& period = line.periods[i].period;
    if (!is_period(period) || period.year != year) {
      faults.add(at + "/period", {"bukan periode tahun ini", "is no period of this year"});
    }
    if (std::ranges::count(line.periods, period, &PeriodTarget::period) > 1) {
      faults.add(at + "/period", {"ditulis dua kali", "is written twice"});
    }
    check_target_for(faults, *sheet, line.periods[i].target, at + "/target");
  }
}

void check_lines(Faults& faults, Catalogue const& catalogue, Revision const& revision, std::int32_t year,
                 AgreementId const& agreement) {
  if (revision.lines.empty()) faults.add("/revision/lines", {"belum ada target", "there are no targets"});
  if (revision.lines.size() > max_lines) {
    return faults.add("/revision/lines", {"paling banyak 1.000 indikator", "at most 1,000 indicators"});
  }
  for (std::size_t i = 0; i < revision.lines.size(); ++i) {
    auto const& line = revision.lines[i];
    auto const at = "/revision/lines/" + std::to_string(i);
    check_line(faults, catalogue, line, year, at);
    if (std::ranges::count(revision.lines, line.indicator, &TargetLine::indicator) > 1) {
      faults.add(at + "/indicator", {"ditulis dua kali", "is written twice"});
    }
    auto const* other = find_agreement(catalogue, line.indicator, year);
    if (other && other->id != agreement) {
      faults.add(at + "/indicator",
                 {"sudah ada pada perjanjian kinerja lain tahun ini", "is in another agreement of this year already"});
    }
  }
}

/// A figure of a year before the first sheet is read by that one.
Sheet const& sheet_for(Indicator const& indicator, std::int32_t year) {
  auto const* sheet = sheet_in(indicator, year);
  return sheet ? *sheet : indicator.sheets.begin()->second;
}

/// A word is a predicate only where the indicator has predicates, and only one of its map.
void check_predicate(Faults& faults, Catalogue const& catalogue, RecordFigure const& command,
                     Indicator const& indicator) {
  auto const& predicate = command.figure.target.value.predicate;
  if (!predicate) return;
  auto const& sheet = sheet_for(indicator, command.figure.year);
  if (sheet.form != EntryForm::predicate) {
    return faults.add("/figure/target/value/predicate",
                      {"indikator ini tidak memakai predikat", "this indicator has no predicates"});
  }
  auto const* profile = find_profile(catalogue, std::max(command.figure.year, sheet.year));
  auto const rules = profile ? rules_for(*profile, sheet.rules) : Result<Rules>{std::unexpect, Problem{}};
  if (!rules || rank_of(rules->predicates, *predicate)) return;
  std::vector<std::string> known;
  for (auto const& each : rules->predicates.scores) known.push_back(each.predicate);
  auto const list = join(known, ", ");
  faults.add("/figure/target/value/predicate", {"bukan predikat indikator ini; pilihannya: " + list,
                                                "is no predicate of this indicator; choose " + list});
}

void check_date(Faults& faults, Date date, std::int32_t year) {
  int const given = static_cast<int>(std::chrono::year_month_day{date}.year());
  // An agreement is often signed in the last days of the year before, or a report made in the year after.
  if (given >= year - 1 && given <= year + 1) return;
  faults.add("/revision/date", {"tidak cocok dengan tahun perjanjian", "does not fit the agreement's year"});
}

}  // namespace

Answer sign_agreement(Catalogue const& catalogue, SignAgreement command, CatalogueOccasion const& occasion) {
  Faults faults;
  faults.require(command.agreement.value, "/agreement");
  check_year(faults, command.year, "/year");
  check_unit(faults, occasion.agency, command.unit, "/unit");
  check_date(faults, command.revision.date, command.year);
  check_lines(faults, catalogue, command.revision, command.year, command.agreement);
  if (!faults.none()) return faults.refuse_as(agreement_invalid);
  command.revision.number = 0;
  for (auto const& [id, each] : catalogue.agreements) {
    bool const is_same = id == command.agreement || (each.unit == command.unit && each.year == command.year);
    if (!is_same) continue;
    if (each.revisions.front() == command.revision) return already_so();
    return refuse(agreement_exists);
  }
  return happened(AgreementSigned{command.agreement, command.year, command.unit, command.revision});
}

Answer revise_agreement(Catalogue const& catalogue, ReviseAgreement command) {
  auto const found = catalogue.agreements.find(command.agreement);
  if (found == catalogue.agreements.end()) return refuse(agreement_unknown);
  auto const& agreement = found->second;
  auto const& last = agreement.revisions.back();
  command.revision.number = last.number;
  if (command.revision == last) return already_so();
  command.revision.number = last.number + 1;
  Faults faults;
  faults.require(command.revision.reason, "/revision/reason");
  check_date(faults, command.revision.date, agreement.year);
  if (command.revision.date < last.date) {
    faults.add("/revision/date", {"tidak boleh sebelum revisi terakhir (" + to_text(last.date) + ")",
                                  "cannot be before the last revision (" + to_text(last.date) + ")"});
  }
  check_lines(faults, catalogue, command.revision, agreement.year, agreement.id);
  if (!faults.none()) return faults.refuse_as(agreement_invalid);
  return happened(AgreementRevised{command.agreement, command.revision});
}

Answer record_figure(Catalogue const& catalogue, RecordFigure const& command) {
  auto const* indicator = find_indicator(catalogue, command.indicator);
  if (!indicator) return refuse(indicator_unknown);
  Faults faults;
  check_year(faults, command.figure.year, "/figure/year");
  faults.take_over(check_target(command.figure.target, "/figure/target"));
  if (!is_filled(command.figure.target)) faults.add("/figure/target", {"wajib diisi", "is required"});
  check_predicate(faults, catalogue, command, *indicator);
  faults.require(command.figure.source, "/figure/source");
  if (!faults.none()) return faults.refuse_as(figure_invalid);
  if (indicator->figures(command.kind).find(command.figure.year) == command.figure) return already_so();
  return happened(FigureRecorded{command.indicator, command.kind, command.figure});
}

Answer record_spending(Catalogue const& catalogue, RecordSpending command) {
  auto& spending = command.spending;
  Faults faults;
  auto const code = normalise_code(spending.code);
  if (code) spending.code = *code;
  if (!code) faults.add("/spending/code", {"bukan kode nomenklatur", "is no budget code"});
  check_year(faults, spending.year, "/spending/year");
  if (spending.amount.sign() < 0) faults.add("/spending/amount", {"tidak boleh negatif", "must not be negative"});
  faults.require(spending.source, "/spending/source");
  if (command.kind == FigureKind::benchmark) faults.add("/kind", {"tidak untuk anggaran", "is not for budgets"});
  if (!faults.none()) return faults.refuse_as(figure_invalid);
  auto const& known = command.kind == FigureKind::midterm ? catalogue.spending_planned : catalogue.spending_past;
  auto const found = known.find({spending.code, spending.year});
  if (found != known.end() && found->second == spending) return already_so();
  return happened(SpendingRecorded{command.kind, std::move(spending)});
}

}  // namespace himpun::performance::rules
