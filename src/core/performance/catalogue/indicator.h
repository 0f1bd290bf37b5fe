#pragma once
// The indicator sheet ("manual IKU"): everything an office states about one indicator. A sheet holds from a year on,
// until a later one takes its place; the indicator's identity stays. Targets of a year are in the agreement
// (agreement.h).

#include <map>

#include "core/performance/catalogue/kept_figures.h"

namespace himpun::performance {

/// Permendagri 86/2017 and PermenPAN-RB 89/2021: outcome, intermediate outcome, output.
enum class IndicatorKind : std::uint8_t { outcome, intermediate_outcome, output };
BOOST_DESCRIBE_ENUM(IndicatorKind, outcome, intermediate_outcome, output)

/// What a division types: a number, numerator and denominator, a predicate (with its score), or the named inputs of
/// the formula.
enum class EntryForm : std::uint8_t { number, ratio, predicate, derived };
BOOST_DESCRIBE_ENUM(EntryForm, number, ratio, predicate, derived)

/// `running_total`: each period's figure contains the earlier ones and must not fall.
enum class Counting : std::uint8_t { per_period, running_total };
BOOST_DESCRIBE_ENUM(Counting, per_period, running_total)

/// A named part of a value: an input of the formula, or a part that must add up to the value.
struct InputSheet {
  std::string name;             ///< as the formula writes it: "eksemplar_baru"
  std::string label;            ///< as the form shows it
  std::string unit_of_measure;  ///< satuan

  bool operator==(InputSheet const&) const = default;
};
BOOST_DESCRIBE_STRUCT(InputSheet, (), (name, label, unit_of_measure))

struct Sheet {
  std::int32_t year = 0;  ///< the first year it holds for
  std::string name;
  std::string definition;
  std::string formula_words;           ///< as the manual prints it
  std::optional<std::string> formula;  ///< of a derived indicator (formula/formula.h)
  std::vector<InputSheet> inputs;      ///< of the formula, or the parts of a total
  std::string unit_of_measure;         ///< satuan
  Polarity polarity = Polarity::maximise;
  IndicatorKind kind = IndicatorKind::outcome;
  EntryForm form = EntryForm::number;
  Counting counting = Counting::per_period;
  Decimal multiplier{1};  ///< of a ratio: 100 when the satuan is per cent
  std::string numerator;  ///< what the numerator counts; of a ratio
  std::string denominator;
  std::string data_source;
  UnitId provider;         ///< the unit that fills it in
  PositionId responsible;  ///< penanggung jawab
  PeriodKind reporting = PeriodKind::quarter;
  std::optional<Value> baseline;
  std::optional<std::int32_t> baseline_year;
  std::vector<std::string> required_evidence;
  Decimal weight{1};  ///< for weighted roll-up
  RuleChoices rules;

  bool operator==(Sheet const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sheet, (),
                      (year, name, definition, formula_words, formula, inputs, unit_of_measure, polarity, kind, form,
                       counting, multiplier, numerator, denominator, data_source, provider, responsible, reporting,
                       baseline, baseline_year, required_evidence, weight, rules))

enum class FigureKind : std::uint8_t { midterm, past, benchmark };
BOOST_DESCRIBE_ENUM(FigureKind, midterm, past, benchmark)

struct Indicator {
  IndicatorId id;
  NodeId node;
  std::map<std::int32_t, Sheet> sheets;          ///< by first year
  std::optional<std::int32_t> last_year;         ///< closed after this year
  KeptFigures midterm;                           ///< by the Renstra's last year
  KeptFigures past;                              ///< by year
  KeptFigures benchmark;                         ///< by year

  [[nodiscard]] KeptFigures const& figures(FigureKind kind) const {
    if (kind == FigureKind::midterm) return midterm;
    return kind == FigureKind::past ? past : benchmark;
  }
};

/// The sheet that holds in `year`; null before the first one and after the indicator was closed.
[[nodiscard]] Sheet const* sheet_in(Indicator const& indicator, std::int32_t year);

}  // namespace himpun::performance
