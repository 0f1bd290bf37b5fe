#pragma once
// What can happen to a case, as plain facts in the past tense, and how each changes the case. `evolve` never refuses.
// A stored shape never changes: a new one gets a new version beside it (docs/how-to/change-an-event.md).

#include <string_view>
#include <variant>
#include <vector>

#include "core/workflow/case.h"

namespace himpun::workflow {

struct CaseStarted {
  static constexpr std::string_view event_name = "workflow.case_started";
  static constexpr int event_version = 1;
  CaseId id;
  std::string number;
  std::string title;
  procedure::ProcedureId procedure;
  std::int64_t procedure_version = 0;
  Period period;
  Origin origin;
  std::vector<Assignment> assignments;
  By by;
};
BOOST_DESCRIBE_STRUCT(CaseStarted, (),
                      (id, number, title, procedure, procedure_version, period, origin, assignments, by))

struct OpenedTask {
  TaskId task;
  Action action = Action::work;
  HolderId holder;
};
BOOST_DESCRIBE_STRUCT(OpenedTask, (), (task, action, holder))

/// A step began: its tasks lie in the inboxes of their holders from now on.
struct StepOpened {
  static constexpr std::string_view event_name = "workflow.step_opened";
  static constexpr int event_version = 1;
  StepId step;
  std::int32_t run = 1;
  std::optional<StepId> from;
  PositionId from_position;
  bool sent_back = false;
  std::optional<Instant> due_at;
  std::optional<Instant> at_risk_at;
  std::vector<OpenedTask> tasks;
};
BOOST_DESCRIBE_STRUCT(StepOpened, (), (step, run, from, from_position, sent_back, due_at, at_risk_at, tasks))

struct TaskRead {
  static constexpr std::string_view event_name = "workflow.task_read";
  static constexpr int event_version = 1;
  TaskId task;
  By by;
};
BOOST_DESCRIBE_STRUCT(TaskRead, (), (task, by))

struct InputPresented {
  static constexpr std::string_view event_name = "workflow.input_presented";
  static constexpr int event_version = 1;
  TaskId task;
  std::int32_t index = 0;
  Content content;
  By by;
};
BOOST_DESCRIBE_STRUCT(InputPresented, (), (task, index, content, by))

struct PaperWritten {
  static constexpr std::string_view event_name = "workflow.paper_written";
  static constexpr int event_version = 1;
  TaskId task;
  std::string paper;
  std::int32_t number = 1;
  Content content;
  std::string sha256;
  By by;
};
BOOST_DESCRIBE_STRUCT(PaperWritten, (), (task, paper, number, content, sha256, by))

/// The part of a paper that Himpun makes from the accepted figures was made anew, because a figure changed.
struct PaperRenewed {
  static constexpr std::string_view event_name = "workflow.paper_renewed";
  static constexpr int event_version = 1;
  std::string paper;
  std::int32_t number = 1;
  Content content;
  std::string sha256;
  By by;  ///< whose act changed the figures
};
BOOST_DESCRIBE_STRUCT(PaperRenewed, (), (paper, number, content, sha256, by))

/// An initial or a signature lost its force, because the paper was written anew.
struct MarkVoided {
  static constexpr std::string_view event_name = "workflow.mark_voided";
  static constexpr int event_version = 1;
  std::string paper;
  std::int32_t number = 1;  ///< version of the paper that carries the mark
  TaskId task;              ///< the task in which the mark was made
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(MarkVoided, (), (paper, number, task, reason))

struct DispositionGiven {
  static constexpr std::string_view event_name = "workflow.disposition_given";
  static constexpr int event_version = 1;
  TaskId task;
  Disposition disposition;
  By by;
};
BOOST_DESCRIBE_STRUCT(DispositionGiven, (), (task, disposition, by))

struct DispositionWithdrawn {
  static constexpr std::string_view event_name = "workflow.disposition_withdrawn";
  static constexpr int event_version = 1;
  std::string reason;
  By by;
};
BOOST_DESCRIBE_STRUCT(DispositionWithdrawn, (), (reason, by))

struct RequestAnswered {
  static constexpr std::string_view event_name = "workflow.request_answered";
  static constexpr int event_version = 1;
  TaskId task;
  std::string text;
  std::vector<NumberField> numbers;
  std::vector<FileRef> files;
  By by;
};
BOOST_DESCRIBE_STRUCT(RequestAnswered, (), (task, text, numbers, files, by))

struct RequestReturned {
  static constexpr std::string_view event_name = "workflow.request_returned";
  static constexpr int event_version = 1;
  TaskId task;
  std::string comment;
  By by;
};
BOOST_DESCRIBE_STRUCT(RequestReturned, (), (task, comment, by))

struct RequestAccepted {
  static constexpr std::string_view event_name = "workflow.request_accepted";
  static constexpr int event_version = 1;
  TaskId task;
  By by;
};
BOOST_DESCRIBE_STRUCT(RequestAccepted, (), (task, by))

/// One performer of joint work has done their part; the step goes on until all have.
struct PartDone {
  static constexpr std::string_view event_name = "workflow.part_done";
  static constexpr int event_version = 1;
  TaskId task;
  std::string note;
  By by;
};
BOOST_DESCRIBE_STRUCT(PartDone, (), (task, note, by))

struct PaperMarked {
  static constexpr std::string_view event_name = "workflow.paper_marked";
  static constexpr int event_version = 1;
  TaskId task;
  MarkKind mark = MarkKind::initials;
  std::string paper;
  std::int32_t number = 1;
  std::string sha256;
  By by;
};
BOOST_DESCRIBE_STRUCT(PaperMarked, (), (task, mark, paper, number, sha256, by))

/// The signed paper was sent to its recipients; each has a task to confirm receipt.
struct PaperDistributed {
  static constexpr std::string_view event_name = "workflow.paper_distributed";
  static constexpr int event_version = 1;
  TaskId task;
  std::string paper;
  std::int32_t number = 1;
  std::vector<OpenedTask> recipients;
  std::string note;
  By by;
};
BOOST_DESCRIBE_STRUCT(PaperDistributed, (), (task, paper, number, recipients, note, by))

struct ReceiptConfirmed {
  static constexpr std::string_view event_name = "workflow.receipt_confirmed";
  static constexpr int event_version = 1;
  TaskId task;
  By by;
};
BOOST_DESCRIBE_STRUCT(ReceiptConfirmed, (), (task, by))

struct CaseArchived {
  static constexpr std::string_view event_name = "workflow.case_archived";
  static constexpr int event_version = 1;
  TaskId task;
  ArchiveEntry entry;
  By by;
};
BOOST_DESCRIBE_STRUCT(CaseArchived, (), (task, entry, by))

/// A step ended; every task of this run that is still open ends with it.
struct StepClosed {
  static constexpr std::string_view event_name = "workflow.step_closed";
  static constexpr int event_version = 1;
  StepId step;
  std::int32_t run = 1;
  Ending ending = Ending::completed;
  std::string outcome;
  std::string reason;
  std::string note;
  std::vector<HolderId> missing;
  By by;
};
BOOST_DESCRIBE_STRUCT(StepClosed, (), (step, run, ending, outcome, reason, note, missing, by))

/// A branch reached a join that still waits for others.
struct JoinReached {
  static constexpr std::string_view event_name = "workflow.join_reached";
  static constexpr int event_version = 1;
  StepId step;  ///< the join
  StepId from;
};
BOOST_DESCRIBE_STRUCT(JoinReached, (), (step, from))

struct CaseCompleted {
  static constexpr std::string_view event_name = "workflow.case_completed";
  static constexpr int event_version = 1;
  By by;
};
BOOST_DESCRIBE_STRUCT(CaseCompleted, (), (by))

struct CaseCancelled {
  static constexpr std::string_view event_name = "workflow.case_cancelled";
  static constexpr int event_version = 1;
  std::string reason;
  By by;
};
BOOST_DESCRIBE_STRUCT(CaseCancelled, (), (reason, by))

struct CaseSuspended {
  static constexpr std::string_view event_name = "workflow.case_suspended";
  static constexpr int event_version = 1;
  std::string reason;
  By by;
};
BOOST_DESCRIBE_STRUCT(CaseSuspended, (), (reason, by))

struct CaseResumed {
  static constexpr std::string_view event_name = "workflow.case_resumed";
  static constexpr int event_version = 1;
  By by;
};
BOOST_DESCRIBE_STRUCT(CaseResumed, (), (by))

struct MovedDeadline {
  StepId step;
  std::int32_t run = 1;
  std::optional<Instant> due_at;
  std::optional<Instant> at_risk_at;
};
BOOST_DESCRIBE_STRUCT(MovedDeadline, (), (step, run, due_at, at_risk_at))

enum class DeadlineCause : std::uint8_t { calendar_changed, case_resumed };
BOOST_DESCRIBE_ENUM(DeadlineCause, calendar_changed, case_resumed)

struct DeadlinesMoved {
  static constexpr std::string_view event_name = "workflow.deadlines_moved";
  static constexpr int event_version = 1;
  DeadlineCause cause = DeadlineCause::calendar_changed;
  std::vector<MovedDeadline> deadlines;
};
BOOST_DESCRIBE_STRUCT(DeadlinesMoved, (), (cause, deadlines))

struct CorrectionRecorded {
  static constexpr std::string_view event_name = "workflow.correction_recorded";
  static constexpr int event_version = 1;
  std::int64_t event = 0;  ///< version, in this stream, of the event it speaks about
  std::string text;
  By by;
};
BOOST_DESCRIBE_STRUCT(CorrectionRecorded, (), (event, text, by))

/// From here on the case runs another version of its procedure.
struct CaseMoved {
  static constexpr std::string_view event_name = "workflow.case_moved";
  static constexpr int event_version = 1;
  std::int64_t from_version = 0;
  std::int64_t to_version = 0;
  std::vector<Assignment> assignments;
  By by;
};
BOOST_DESCRIBE_STRUCT(CaseMoved, (), (from_version, to_version, assignments, by))

using Event =
    std::variant<CaseStarted, StepOpened, TaskRead, InputPresented, PaperWritten, PaperRenewed, MarkVoided, DispositionGiven,
                 DispositionWithdrawn, RequestAnswered, RequestReturned, RequestAccepted, PartDone, PaperMarked,
                 PaperDistributed, ReceiptConfirmed, CaseArchived, StepClosed, JoinReached, CaseCompleted,
                 CaseCancelled, CaseSuspended, CaseResumed, DeadlinesMoved, CorrectionRecorded, CaseMoved>;

/// Changes the case; `at` is the instant of the event's envelope.
void evolve(Case& file, Event const& event, Instant at);

}  // namespace himpun::workflow
