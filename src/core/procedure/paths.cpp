#include "core/procedure/paths.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace himpun::procedure {
namespace {

using calendar::TimeUnit;

// To say which of two ways is longer. Perpres 21/2023: 37.5 hours in five days, so 450 minutes a day.
// ASSUMPTION: a month has 22 working days and seven calendar days have five.
constexpr std::int64_t minutes_a_day = 450;
constexpr std::int64_t days_a_week = 5;
constexpr std::int64_t days_a_month = 22;

std::int64_t weight(TimeTotal const& total) {
  std::int64_t const days = total.working_days + total.weeks * days_a_week + total.months * days_a_month;
  return days * minutes_a_day + total.calendar_days * minutes_a_day * days_a_week / 7 + total.hours * 60 +
         total.minutes;
}

void add(TimeTotal& total, Step const& step) {
  if (!step.time_limit) {
    ++total.as_needed;
    return;
  }
  std::int64_t const amount = step.time_limit->amount;
  switch (step.time_limit->unit) {
    case TimeUnit::minutes:
      total.minutes += amount;
      break;
    case TimeUnit::hours:
      total.hours += amount;
      break;
    case TimeUnit::working_days:
      total.working_days += amount;
      break;
    case TimeUnit::calendar_days:
      total.calendar_days += amount;
      break;
    case TimeUnit::weeks:
      total.weeks += amount;
      break;
    case TimeUnit::months:
      total.months += amount;
      break;
  }
}

enum class Choice : std::uint8_t { shortest, longest };

/// What remains from the beginning of a step to the end.
struct Rest {
  TimeTotal total;
  Step const* after = nullptr;  ///< the next step on this way
};

class Measure {
 public:
  Measure(Procedure const& procedure, Choice choice) : choice_(choice) {
    for (auto const& step : procedure.steps) {
      steps_.emplace(step.id, &step);
      if (step.is_start) starts_.push_back(step.id);
    }
  }

  TimedPath run() {
    TimedPath path;
    auto const* first = pick(starts_, Choice::longest);
    if (!first) return path;
    path.total = known_.at(first)->total;
    for (auto const* step = first; step; step = known_.at(step)->after) {
      path.steps.push_back(step->id);
      auto const* after = known_.at(step)->after;
      auto const taken = std::ranges::find(step->outcomes, after ? after->id : StepId{}, &Outcome::target);
      if (taken == step->outcomes.end()) continue;
      path.label += (path.label.empty() ? "" : ", ") + taken->label;
    }
    return path;
  }

 private:
  /// The target with the longest (or shortest) rest; targets that only lead back into a loop are left out.
  Step const* pick(std::vector<StepId> const& targets, Choice choice) {
    Step const* best = nullptr;
    for (auto const& id : targets) {
      auto const found = steps_.find(id);
      if (found == steps_.end() || !rest_from(*found->second)) continue;
      if (!best || is_better(found->second, best, choice)) best = found->second;
    }
    return best;
  }
  bool is_better(Step const* one, Step const* other, Choice choice) {
    auto const mine = weight(known_.at(one)->total);
    auto const theirs = weight(known_.at(other)->total);
    return choice == Choice::longest ? mine > theirs : mine < theirs;
  }

  std::optional<Rest> rest_from(Step const& step) {
    if (auto const known = known_.find(&step); known != known_.end()) return known->second;
    known_.emplace(&step, std::nullopt);  // on the way: coming back here is a loop
    auto const rest = measure(step);
    known_[&step] = rest;
    return rest;
  }

  std::optional<Rest> measure(Step const& step) {
    std::vector<StepId> targets = step.next;
    bool may_end = step.next.empty();
    for (auto const& outcome : step.outcomes) targets.push_back(outcome.target);
    if (!step.outcomes.empty()) {
      may_end = false;
      for (auto const& outcome : step.outcomes) may_end = may_end || outcome.target.empty();
    }
    auto const choice = step.outcomes.empty() ? Choice::longest : choice_;
    Rest rest{{}, pick(targets, choice)};
    if (!rest.after && !may_end) return std::nullopt;
    if (may_end && choice == Choice::shortest) rest.after = nullptr;
    if (rest.after) rest.total = known_.at(rest.after)->total;
    add(rest.total, step);
    return rest;
  }

  Choice choice_;
  std::unordered_map<StepId, Step const*> steps_;
  std::unordered_map<Step const*, std::optional<Rest>> known_;
  std::vector<StepId> starts_;
};

struct Part {
  std::int64_t amount;
  char const* id;
  char const* en;
  char const* en_plural;
};

}  // namespace

Paths measure_paths(Procedure const& procedure) {
  return {Measure{procedure, Choice::shortest}.run(), Measure{procedure, Choice::longest}.run()};
}

std::optional<std::int64_t> working_minutes(TimeTotal const& total) {
  if (total.as_needed > 0) return std::nullopt;
  return weight(total);
}

Words spell(TimeTotal const& total) {
  Words words;
  for (auto const& part : {Part{total.months, "bulan", "month", "months"}, Part{total.weeks, "minggu", "week", "weeks"},
                           Part{total.working_days, "hari kerja", "working day", "working days"},
                           Part{total.calendar_days, "hari kalender", "calendar day", "calendar days"},
                           Part{total.hours, "jam", "hour", "hours"}, Part{total.minutes, "menit", "minute", "minutes"},
                           Part{total.as_needed, "langkah sesuai kebutuhan", "step as needed", "steps as needed"}}) {
    if (part.amount == 0) continue;
    auto const amount = std::to_string(part.amount);
    words.id += (words.id.empty() ? "" : " + ") + amount + " " + part.id;
    words.en += (words.en.empty() ? "" : " + ") + amount + " " + (part.amount == 1 ? part.en : part.en_plural);
  }
  if (words.id.empty()) words = {"0 menit", "0 minutes"};
  return words;
}

}  // namespace himpun::procedure
