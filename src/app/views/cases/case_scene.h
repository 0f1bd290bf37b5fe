#pragma once
// What every page about one case looks at: the case, the procedure it runs with its other versions, the register, the
// calendar, who asks, when, and in which language. Pages are functions of this value and nothing else.

#include "app/desks/case_desk.h"
#include "base/words.h"
#include "core/workflow/decide.h"

namespace himpun::app {

/// A step and where it stands: its row, and the version of the procedure that has it.
struct StepPlace {
  procedure::Step const* step = nullptr;  ///< null when no version has it
  procedure::Procedure const* procedure = nullptr;
  std::int64_t number = 0;
};

struct CaseScene {
  workflow::Case const& file;
  std::int64_t version = 0;  ///< of the case's stream
  procedure::Book const& book;
  procedure::Procedure const& procedure;
  access::Agency const& agency;
  calendar::Calendar const& calendar;
  access::Caller const& caller;
  Instant now{};
  Language language = Language::indonesian;

  [[nodiscard]] Date today() const { return local_date(now, calendar::offset_of(calendar)); }
  /// The instant that due dates of open work are measured at: time stands still while a case is suspended or closed.
  [[nodiscard]] Instant clock() const;
  /// The step in the version the case runs, else in the newest version that has it (the case was moved since).
  [[nodiscard]] StepPlace find_step(workflow::StepId const& id) const;
  [[nodiscard]] workflow::Occasion occasion() const { return {now, caller, agency, calendar, procedure}; }
  [[nodiscard]] std::string const& say(Words const& words) const { return himpun::say(words, language); }
};

/// Both arguments must outlive the scene.
[[nodiscard]] CaseScene scene_of(Sight const& sight, RunningCase const& running, Language language);

/// Whether the caller may act on the task now: the case runs, it is open, and they hold it.
[[nodiscard]] Result<workflow::By> may_act(CaseScene const& scene, workflow::Task const& task);
/// The run a task belongs to, open or closed.
[[nodiscard]] workflow::StepRun const* run_of(workflow::Case const& file, workflow::Task const& task);
/// The closed run that handed over to `run`; null at the start.
[[nodiscard]] workflow::StepRun const* run_before(workflow::Case const& file, workflow::StepRun const& run);
/// Name of a paper of this case, from the SOP: its own, else what the step leaves behind.
[[nodiscard]] std::string paper_name(CaseScene const& scene, std::string const& key);

}  // namespace himpun::app
