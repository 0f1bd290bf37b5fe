#pragma once
// Work in progress while a decision is being made: events so far and the case as they leave it. It also plays the
// token game: a step that ends opens the steps after it, joins wait, and the case ends with its last step. It checks
// no rule; the ladders of refusals in the acts_*.cpp files come first.

#include "core/workflow/decide.h"

namespace himpun::workflow {

struct Closing {
  Ending ending = Ending::completed;
  std::string outcome;
  std::string reason;
  std::string note;
  std::vector<HolderId> missing;
};

class Progress {
 public:
  Progress(Case file, Occasion const& occasion) : file_(std::move(file)), occasion_(occasion) {}

  [[nodiscard]] Case const& file() const { return file_; }
  [[nodiscard]] Occasion const& occasion() const { return occasion_; }
  [[nodiscard]] Decision decided(PositionId acted_as = {}) {
    return {std::move(events_), std::move(file_), std::move(acted_as)};
  }

  void happen(Event event);
  /// "Any edit after it voids it, visibly": every initial and signature on the paper loses its force.
  void void_marks(std::string const& paper, std::string const& reason);
  void open_step(procedure::Step const& step, procedure::Step const* from, PositionId const& by);
  /// Ends the open run of `step` and hands over to what follows.
  void complete_step(procedure::Step const& step, Closing const& closing, By const& by);
  /// Ends the open run of `step` and opens `target` again.
  void return_step(procedure::Step const& step, procedure::Step const& target, std::string reason, By const& by);
  /// Ends the open run of `step` without handing over.
  void close_run(procedure::Step const& step, Closing const& closing, By const& by);

 private:
  void hand_over(procedure::Step const& from, StepId const& target, PositionId const& by);
  void end_when_nothing_is_left(By const& by);

  Case file_;
  Occasion const& occasion_;
  std::vector<Event> events_;
};

/// The due date of a run after the calendar as it is now, moved by the pauses of the case.
[[nodiscard]] MovedDeadline deadline_of(Case const& file, procedure::Step const& step, StepRun const& run,
                                        calendar::Calendar const& calendar);

}  // namespace himpun::workflow
