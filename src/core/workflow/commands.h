#pragma once
// What can be asked of a case. A task command speaks about one task as the caller saw it (`revision`); a case command
// about the whole case as the caller saw it (`version` is checked where the command is carried out).

#include <variant>

#include "core/workflow/case.h"

namespace himpun::workflow {

struct StartCase {
  std::string title;
  Period period;
  Origin origin;
  std::optional<StepId> start;  ///< a start the caller names; every start opens, so this only guards against a mistake
};
BOOST_DESCRIBE_STRUCT(StartCase, (), (title, period, origin, start))

// --- task commands
struct ReadTask {};
struct PresentInput {
  std::int32_t index = 0;
  Content content;
};
BOOST_DESCRIBE_STRUCT(PresentInput, (), (index, content))
struct WritePaper {
  Content content;
};
BOOST_DESCRIBE_STRUCT(WritePaper, (), (content))
struct CompleteTask {
  std::optional<std::string> note;
  std::optional<std::string> outcome;         ///< of a decision
  std::optional<std::string> reason;          ///< for the outcome
  std::optional<std::string> missing_reason;  ///< why a gathering closes although answers are missing
};
BOOST_DESCRIBE_STRUCT(CompleteTask, (), (note, outcome, reason, missing_reason))
struct Dispose {
  Disposition disposition;
};
BOOST_DESCRIBE_STRUCT(Dispose, (), (disposition))
struct ReturnStep {
  StepId to;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnStep, (), (to, reason))
struct AnswerRequest {
  std::string text;
  std::vector<NumberField> numbers;
  std::vector<FileRef> files;
};
BOOST_DESCRIBE_STRUCT(AnswerRequest, (), (text, numbers, files))
struct AcceptRequest {};
struct RejectRequest {
  std::string comment;
};
BOOST_DESCRIBE_STRUCT(RejectRequest, (), (comment))
/// Initials or signature, after the task's action.
struct MarkPaper {
  std::string sha256;            ///< the content the caller saw
  std::optional<MarkKind> kind;  ///< what the caller means to give; refused when the task asks for the other
};
BOOST_DESCRIBE_STRUCT(MarkPaper, (), (sha256, kind))
struct Distribute {
  std::vector<HolderId> recipients;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(Distribute, (), (recipients, note))
struct ConfirmReceipt {};
struct ArchiveCase {
  ArchiveEntry entry;
  std::optional<std::string> missing_reason;  ///< why it closes although receipts are missing
};
BOOST_DESCRIBE_STRUCT(ArchiveCase, (), (entry, missing_reason))

using TaskAct = std::variant<ReadTask, PresentInput, WritePaper, CompleteTask, Dispose, ReturnStep, AnswerRequest,
                             AcceptRequest, RejectRequest, MarkPaper, Distribute, ConfirmReceipt, ArchiveCase>;

struct TaskCommand {
  TaskId task;
  std::optional<std::int64_t> revision;  ///< absent only for acts that do not depend on what the caller saw
  TaskAct act;
};

// --- case commands
struct SuspendCase {
  std::string reason;
};
struct ResumeCase {};
struct CancelCase {
  std::string reason;
};
struct WithdrawDisposition {
  std::string reason;
};
struct RecordCorrection {
  std::int64_t event = 0;
  std::string text;
};
/// The calendar changed: open steps get the due dates it says now. Asked by Himpun itself.
struct RecomputeDeadlines {};

/// The figures behind a paper's data part changed. Asked by Himpun itself, for the act of `by`.
struct RenewPaper {
  std::string paper;
  Content content;
  By by;
};

using CaseCommand = std::variant<SuspendCase, ResumeCase, CancelCase, WithdrawDisposition, RecordCorrection,
                                 RecomputeDeadlines, RenewPaper>;

}  // namespace himpun::workflow
