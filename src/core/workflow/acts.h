#pragma once
// The acts on one task, grouped by noun in acts_*.cpp. Each is called after the common ladder in decide.cpp: the case
// runs, the task is open, the caller may act on it and saw its latest revision.

#include "core/workflow/progress.h"

namespace himpun::workflow {

/// What every act knows: the task and its step as they are now, and who acts.
struct Act {
  Progress& progress;
  Task const task;  ///< as it was before the act
  procedure::Step const& step;
  By by;

  [[nodiscard]] Case const& file() const { return progress.file(); }
  [[nodiscard]] Occasion const& occasion() const { return progress.occasion(); }
  [[nodiscard]] StepRun const& run() const;
};

using Acted = Result<void>;

[[nodiscard]] Acted act(Act& context, ReadTask const& command);
[[nodiscard]] Acted act(Act& context, PresentInput const& command);
[[nodiscard]] Acted act(Act& context, WritePaper const& command);
[[nodiscard]] Acted act(Act& context, CompleteTask const& command);
[[nodiscard]] Acted act(Act& context, Dispose const& command);
[[nodiscard]] Acted act(Act& context, ReturnStep const& command);
[[nodiscard]] Acted act(Act& context, AnswerRequest const& command);
[[nodiscard]] Acted act(Act& context, AcceptRequest const& command);
[[nodiscard]] Acted act(Act& context, RejectRequest const& command);
[[nodiscard]] Acted act(Act& context, MarkPaper const& command);
[[nodiscard]] Acted act(Act& context, Distribute const& command);
[[nodiscard]] Acted act(Act& context, ConfirmReceipt const& command);
[[nodiscard]] Acted act(Act& context, ArchiveCase const& command);

/// The gate: every input of the step is present, else a refusal that names the missing ones.
[[nodiscard]] Acted require_inputs(Act const& context);
/// A comment or reason that says something.
[[nodiscard]] Acted require_reason(std::string_view reason);
/// Open tasks of the same run with this action.
[[nodiscard]] std::vector<Task> open_siblings(Act const& context, Action action);
/// Their holders' names joined for a message.
[[nodiscard]] std::string name_holders(Act const& context, std::vector<Task> const& tasks);

}  // namespace himpun::workflow
