#pragma once
// The rules of a running case. Each function reads the case, the command and the occasion, and answers with what
// happens, or with a refusal. It changes nothing and reaches nothing outside its arguments. No events: already so.

#include "base/problem.h"
#include "core/access/decide.h"
#include "core/calendar/due.h"
#include "core/workflow/commands.h"
#include "core/workflow/events.h"
#include "core/workflow/refusals.h"

namespace himpun::workflow {

/// Whether the caller has just proven who they are again, by their password.
enum class Identity : std::uint8_t { session, proven };

/// Everything a rule may look at beside the case: now, who, and the books that hold at this moment.
struct Occasion {
  Instant now{};
  access::Caller const& caller;
  access::Agency const& agency;
  calendar::Calendar const& calendar;
  procedure::Procedure const& procedure;  ///< the version the case runs
  Identity identity = Identity::session;

  [[nodiscard]] Date today() const { return local_date(now, calendar::offset_of(calendar)); }
};

/// What happens, the case after it, and the post through which the caller acted (empty when none was needed).
struct Decision {
  std::vector<Event> events;
  Case after;
  PositionId acted_as;
};

/// What a new case needs beside its command.
struct NewCase {
  CaseId id;
  std::string number;
  std::int64_t procedure_version = 0;
  std::vector<Assignment> assignments;
};

[[nodiscard]] Result<Decision> decide(NewCase const& fresh, StartCase const& command, Occasion const& occasion);
[[nodiscard]] Result<Decision> decide(Case const& file, TaskCommand const& command, Occasion const& occasion);
[[nodiscard]] Result<Decision> decide(Case const& file, CaseCommand const& command, Occasion const& occasion);

/// Why the caller may not act on the task now, or the post through which they may.
[[nodiscard]] Result<By> who_acts(Case const& file, Task const& task, Occasion const& occasion);
/// Whether the caller may suspend, resume, cancel or move the case: who starts it or signs its paper may.
[[nodiscard]] Result<By> who_steers(Case const& file, Occasion const& occasion);
/// The post through which the caller has a part in the case, as a performer of any step.
[[nodiscard]] Result<By> who_takes_part(Case const& file, Occasion const& occasion);
/// Whether an input of the step is there: presented, or provided by the case itself.
[[nodiscard]] bool is_present(Case const& file, procedure::Step const& step, StepRun const& run, std::size_t index);

}  // namespace himpun::workflow
