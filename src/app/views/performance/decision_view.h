#pragma once
// Leaders' decisions as the pages of results show them, newest first: of the whole year, of a unit, or of an indicator.

#include "app/office.h"
#include "core/performance/decision/decide.h"

namespace himpun::app {

enum class DecisionAct : std::uint8_t { settle };
BOOST_DESCRIBE_ENUM(DecisionAct, settle)

struct DecisionView {
  std::string decision;
  std::int32_t year = 0;
  std::optional<std::string> indicator;
  std::optional<std::string> indicator_name;
  std::optional<std::string> unit;
  std::optional<std::string> unit_name;
  std::optional<std::string> period_name;
  std::string text;
  std::string to;
  std::string to_name;
  Date on{};
  std::optional<Date> due;
  std::string by;           ///< who noted it
  std::string by_position;
  Instant noted_at{};
  std::optional<std::string> settled_note;
  std::optional<std::string> settled_by;
  std::optional<Instant> settled_at;
  std::vector<DecisionAct> allowed;
};
BOOST_DESCRIBE_STRUCT(DecisionView, (),
                      (decision, year, indicator, indicator_name, unit, unit_name, period_name, text, to, to_name, on,
                       due, by, by_position, noted_at, settled_note, settled_by, settled_at, allowed))

/// Which decisions: both empty for all of the year. Of a unit: about it, about an indicator it provides, or given to it.
struct DecisionQuery {
  std::int32_t year = 0;
  std::string unit{};
  std::string indicator{};
};

[[nodiscard]] std::vector<DecisionView> list_decisions(Sight& sight, DecisionQuery const& query, Language language);
/// Whether the caller may note one.
[[nodiscard]] bool may_note_decisions(Sight& sight);

}  // namespace himpun::app
