#pragma once
// One case: an SOP carried out once, folded from its events. It holds what the rules and the pages need: open and past
// runs of steps, tasks, requests, papers with their versions and marks. It decides nothing (decide.h) and changes only
// through events (evolve in events.h).

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/time.h"
#include "base/values/file_ref.h"
#include "base/values/period.h"
#include "core/access/agency.h"
#include "core/procedure/procedure.h"

namespace himpun::workflow {

using access::By;
using access::HolderId;
using access::PersonId;
using access::PositionId;
using access::Standing;
using himpun::FileRef;
using himpun::Period;
using himpun::period_key;
using himpun::period_words;
using himpun::PeriodKind;
using procedure::ActorId;
using procedure::StepId;
using CaseId = Id<struct CaseTag>;
using TaskId = Id<struct TaskTag>;  ///< `<case id>-<number>`

enum class CaseState : std::uint8_t { running, suspended, completed, cancelled };
BOOST_DESCRIBE_ENUM(CaseState, running, suspended, completed, cancelled)

/// What the inbox asks of the holder.
enum class Action : std::uint8_t { dispose, work, gather, answer, review, initial, sign, distribute, receive };
BOOST_DESCRIBE_ENUM(Action, dispose, work, gather, answer, review, initial, sign, distribute, receive)

enum class TaskState : std::uint8_t { not_started, started, waiting, returned, done, withdrawn };
BOOST_DESCRIBE_ENUM(TaskState, not_started, started, waiting, returned, done, withdrawn)

enum class OriginKind : std::uint8_t { letter, instruction };
BOOST_DESCRIBE_ENUM(OriginKind, letter, instruction)

/// What started the case: a letter (from the regent, the inspectorate, ...) or the head's direct instruction.
struct Origin {
  OriginKind kind = OriginKind::instruction;
  std::string from;          ///< surat dari; empty for an instruction
  std::string number;        ///< nomor surat
  std::optional<Date> date;  ///< tanggal surat
  std::optional<Date> received_on;
  std::string agenda_number;
  std::string subject;  ///< hal; or the instruction's words
  std::optional<FileRef> file;

  bool operator==(Origin const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Origin, (), (kind, from, number, date, received_on, agenda_number, subject, file))

/// Which positions or units stand for a performer column in this case.
struct Assignment {
  ActorId actor;
  std::vector<HolderId> holders;

  bool operator==(Assignment const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Assignment, (), (actor, holders))

enum class ContentKind : std::uint8_t { text, file, reference, paper };
BOOST_DESCRIBE_ENUM(ContentKind, text, file, reference, paper)

/// What stands in a paper: words typed here, a file, or a reference to a paper kept elsewhere (place, number, date).
/// A requisite may also be a paper of this case: then `text` is its key and `version` the one that was shown.
struct Content {
  ContentKind kind = ContentKind::text;
  std::string text;
  std::optional<FileRef> file;
  std::optional<std::int32_t> version;

  bool operator==(Content const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Content, (), (kind, text, file, version))

enum class MarkKind : std::uint8_t { initials, signature };
BOOST_DESCRIBE_ENUM(MarkKind, initials, signature)

struct Mark {
  MarkKind kind = MarkKind::initials;
  TaskId task;
  StepId step;
  By by;
  Instant at{};
  std::optional<Instant> voided_at;
  std::string void_reason;
};

struct PaperVersion {
  std::int32_t number = 1;
  TaskId task;
  By by;
  Instant at{};
  Content content;
  std::string sha256;  ///< of the content; what initials and signatures bind to
  std::vector<Mark> marks;
};

struct Paper {
  std::string key;
  std::vector<PaperVersion> versions;

  [[nodiscard]] PaperVersion const& latest() const { return versions.back(); }
};

/// A requisite that the performer has shown: a file, a stated reference, or a version of a paper of this case.
struct PresentedInput {
  std::int32_t index = 0;  ///< position in the step's list of inputs
  Content content;
  By by;
  Instant at{};
};

enum class Ending : std::uint8_t { completed, returned, withdrawn };
BOOST_DESCRIBE_ENUM(Ending, completed, returned, withdrawn)

/// One time a step was carried out.
struct StepRun {
  StepId step;
  std::int32_t run = 1;  ///< counts the runs of the same step
  Instant opened_at{};
  std::optional<Instant> due_at;
  std::optional<Instant> at_risk_at;
  std::optional<StepId> from;  ///< the step that handed over
  bool sent_back = false;      ///< opened by a return or by a decision that asks for repair
  std::vector<PresentedInput> inputs;
  std::optional<Instant> closed_at;
  Ending ending = Ending::completed;
  std::optional<By> by;
  std::string outcome;
  std::string reason;
  std::string note;
  std::vector<HolderId> missing;  ///< divisions or recipients it was closed without

  [[nodiscard]] bool is_open() const { return !closed_at; }
};

/// A figure typed into an answer; the value is an exact decimal as text ("1234.5").
struct NumberField {
  std::string label;
  std::string value;
  std::string unit;

  bool operator==(NumberField const&) const = default;
};
BOOST_DESCRIBE_STRUCT(NumberField, (), (label, value, unit))

struct Answer {
  std::string text;
  std::vector<NumberField> numbers;
  std::vector<FileRef> files;
  By by;
  Instant at{};
  std::optional<std::string> returned_with;  ///< the comment with which the analyst sent it back
  bool accepted = false;
};

struct Task {
  TaskId id;
  StepId step;
  std::int32_t run = 1;
  Action action = Action::work;
  HolderId holder;
  PositionId from;  ///< who handed it over, or began the case
  Instant since{};
  std::optional<Instant> due_at;
  std::optional<Instant> at_risk_at;
  TaskState state = TaskState::not_started;
  std::optional<Instant> read_at;
  std::int64_t revision = 0;  ///< grows with every event about this task
  std::optional<By> done_by;
  std::optional<Instant> done_at;
  std::vector<Answer> answers;  ///< of a division's request

  [[nodiscard]] bool is_open() const { return state != TaskState::done && state != TaskState::withdrawn; }
};

/// Sifat: sangat segera, segera, biasa, rahasia.
enum class Nature : std::uint8_t { very_urgent, urgent, ordinary, confidential };
BOOST_DESCRIBE_ENUM(Nature, very_urgent, urgent, ordinary, confidential)

/// The ticks of the sheet: tanggapan dan saran, proses lebih lanjut, koordinasi/konfirmasi, pelajari dan telaah,
/// wakili/hadiri, arsipkan, laporkan hasilnya.
enum class Instruction : std::uint8_t { respond, process, coordinate, study, represent, archive, report };
BOOST_DESCRIBE_ENUM(Instruction, respond, process, coordinate, study, represent, archive, report)

/// The official disposition sheet's fields that the head fills in.
struct Disposition {
  std::vector<HolderId> to;  ///< diteruskan kepada
  Nature nature = Nature::ordinary;
  std::vector<Instruction> instructions;
  std::string note;

  bool operator==(Disposition const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Disposition, (), (to, nature, instructions, note))

struct GivenDisposition {
  Disposition disposition;
  TaskId task;
  By by;
  Instant at{};
  std::optional<Instant> withdrawn_at;
  std::string withdraw_reason;
};

enum class Disposal : std::uint8_t { destroy, permanent };
BOOST_DESCRIBE_ENUM(Disposal, destroy, permanent)

/// Permendagri 83/2022: classification code, retention, and where the file lies.
struct ArchiveEntry {
  std::string classification;
  std::int32_t active_years = 0;
  std::int32_t inactive_years = 0;
  Disposal disposal = Disposal::destroy;
  std::string location;

  bool operator==(ArchiveEntry const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ArchiveEntry, (), (classification, active_years, inactive_years, disposal, location))

/// A time during which the case stood still; deadlines of steps that were open then are moved by it.
struct Pause {
  Instant from{};
  Instant to{};
};

struct GivenArchive {
  ArchiveEntry entry;
  By by;
  Instant at{};
};

/// A paper was sent out; who it went to are the run's tasks to receive.
struct Distribution {
  TaskId task;
  std::string paper;
  std::int32_t number = 1;
  std::string note;
  By by;
  Instant at{};
};

struct Correction {
  std::int64_t event = 0;  ///< version of the event it speaks about
  std::string text;
  By by;
  Instant at{};
};

struct Case {
  CaseId id;
  std::string number;
  std::string title;
  procedure::ProcedureId procedure;
  std::int64_t procedure_version = 0;
  Period period;
  Origin origin;
  std::vector<Assignment> assignments;
  CaseState state = CaseState::running;
  std::string state_reason;
  std::optional<By> state_by;  ///< who suspended or cancelled it
  By started_by;
  Instant started_at{};
  Instant updated_at{};
  std::optional<Instant> suspended_at;
  std::vector<Pause> pauses;
  std::optional<Instant> closed_at;
  std::vector<StepRun> runs;                   ///< in order of opening
  std::map<StepId, std::set<StepId>> arrived;  ///< joins that still wait: who has handed over
  std::vector<Task> tasks;                     ///< task n is tasks[n - 1]
  std::vector<Paper> papers;                   ///< in order of first writing
  std::vector<GivenDisposition> dispositions;
  std::vector<Distribution> distributions;
  std::optional<GivenArchive> archive;
  std::vector<Correction> corrections;

  [[nodiscard]] bool exists() const { return !id.empty(); }
};

[[nodiscard]] Task const* find_task(Case const& file, TaskId const& id);
[[nodiscard]] Task* find_task(Case& file, TaskId const& id);
[[nodiscard]] StepRun const* open_run(Case const& file, StepId const& step);
[[nodiscard]] StepRun* open_run(Case& file, StepId const& step);
[[nodiscard]] Paper const* find_paper(Case const& file, std::string_view key);
[[nodiscard]] PaperVersion const* latest_version(Case const& file, std::string_view key);
[[nodiscard]] std::vector<HolderId> holders_of(Case const& file, ActorId const& actor);
/// The case a task belongs to, from the task's id alone; empty when the text is no task id.
[[nodiscard]] CaseId case_of(TaskId const& task);
[[nodiscard]] TaskId task_id(CaseId const& file, std::size_t number);

/// What a step's work goes into: its `naskah`, or a paper of its own when the sheet names an output but no paper.
[[nodiscard]] std::string paper_key(procedure::Step const& step);
/// The paper that a mark or a distribution is about: the step's own, else the one written last.
[[nodiscard]] Paper const* paper_of(Case const& file, procedure::Step const& step);

/// SHA-256 in hex of what the content says: of the words, or the file's own hash.
[[nodiscard]] std::string content_hash(Content const& content);

}  // namespace himpun::workflow
