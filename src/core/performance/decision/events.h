#pragma once
// What can happen in the stream `decisions/<year>`, as plain facts, and how it changes the year's decisions. A stored
// shape never changes.

#include <string_view>
#include <variant>

#include "core/performance/decision/decision.h"

namespace himpun::performance {

struct DecisionNoted {
  static constexpr std::string_view event_name = "performance.decision_noted";
  static constexpr int event_version = 1;
  DecisionId decision;
  std::int32_t year = 0;
  DecisionAbout about;
  std::string text;
  HolderId to;
  Date on{};
  std::optional<Date> due;
  By by;
};
BOOST_DESCRIBE_STRUCT(DecisionNoted, (), (decision, year, about, text, to, on, due, by))

struct DecisionSettled {
  static constexpr std::string_view event_name = "performance.decision_settled";
  static constexpr int event_version = 1;
  DecisionId decision;
  std::string note;
  By by;
};
BOOST_DESCRIBE_STRUCT(DecisionSettled, (), (decision, note, by))

using DecisionEvent = std::variant<DecisionNoted, DecisionSettled>;

/// `at` is the instant of the event's envelope.
void evolve(Decisions& decisions, DecisionEvent const& event, Instant at);

}  // namespace himpun::performance
