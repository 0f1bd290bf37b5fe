#pragma once
// The performance agreement (perjanjian kinerja) of one unit for one year: targets for indicators, and revisions in
// mid-year that change them, each with number, date and reason. Nothing is overwritten: an older revision stays
// readable, and a period that had ended keeps the target it was worked for.

#include "core/performance/achievement/achievement.h"

namespace himpun::performance {

struct TargetLine {
  IndicatorId indicator;
  Target target;                      ///< of the year
  std::vector<PeriodTarget> periods;  ///< quarterly or monthly, where there are any

  bool operator==(TargetLine const&) const = default;
};
BOOST_DESCRIBE_STRUCT(TargetLine, (), (indicator, target, periods))

struct Revision {
  std::int32_t number = 0;  ///< 0: the agreement as first signed
  Date date{};
  std::string document;           ///< nomor perjanjian or of the revision's document
  std::string reason;             ///< empty for number 0
  std::vector<TargetLine> lines;  ///< what it states; indicators it does not name keep their targets

  bool operator==(Revision const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Revision, (), (number, date, document, reason, lines))

struct Agreement {
  AgreementId id;
  std::int32_t year = 0;
  UnitId unit;
  std::vector<Revision> revisions;  ///< ascending
};

/// What holds for an indicator, and from which revision.
struct TargetInForce {
  AgreementId agreement;
  std::int32_t revision = 0;
  Target target;
};

/// The year's target as of `day`: the last revision of that day or earlier that names the indicator.
[[nodiscard]] std::optional<TargetInForce> year_target(Agreement const& agreement, IndicatorId const& indicator,
                                                       Date day);
/// The period's target as of `day`. ASSUMPTION: a revision does not change the target of a period that had ended before
/// its date, unless no earlier one named the indicator.
[[nodiscard]] std::optional<TargetInForce> period_target(Agreement const& agreement, IndicatorId const& indicator,
                                                         Period const& period, Date day);

}  // namespace himpun::performance
