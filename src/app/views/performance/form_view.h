#pragma once
// A division's form as the entry grid shows it: every row with what it is aimed at, what was reported last, what was
// entered, what the checks say and what the caller may do. It only reads.

#include "app/desks/collection_desk.h"
#include "core/performance/collection/progress.h"

namespace himpun::app {

struct FindingView {
  performance::CheckCode code{};
  performance::Severity severity{};
  std::string message;
  std::optional<std::string> waived_because;
};
BOOST_DESCRIBE_STRUCT(FindingView, (), (code, severity, message, waived_because))

struct RowReceipt {
  performance::RowKind kind{};
  std::string subject;
  std::int64_t revision = 0;
  performance::RowState state{};
  std::vector<FindingView> findings;
};
BOOST_DESCRIBE_STRUCT(RowReceipt, (), (kind, subject, revision, state, findings))

struct FormReceipt {
  std::string case_id;
  std::string unit;
  bool frozen = false;
  std::vector<RowReceipt> rows;
};
BOOST_DESCRIBE_STRUCT(FormReceipt, (), (case_id, unit, frozen, rows))

struct EvidenceView {
  performance::EvidenceId id;
  performance::EvidenceKind kind{};
  std::string title;
  std::optional<FileRef> file;
  std::optional<std::string> link;
  std::optional<std::string> place;
  std::string page;
};
BOOST_DESCRIBE_STRUCT(EvidenceView, (), (id, kind, title, file, link, place, page))

struct RowCorrectionView {
  std::int32_t number = 1;
  performance::Value value;
  std::string reason;
  std::vector<std::string> papers;
  std::string by;
  Instant at{};
};
BOOST_DESCRIBE_STRUCT(RowCorrectionView, (), (number, value, reason, papers, by, at))

/// What the row counts, from the indicator's sheet or the budget line.
struct SubjectView {
  std::string name;
  std::string unit_of_measure;
  performance::EntryForm form = performance::EntryForm::number;
  performance::Polarity polarity = performance::Polarity::maximise;
  std::string definition;
  std::string formula;
  std::string numerator;
  std::string denominator;
  std::vector<performance::InputSheet> inputs;
  std::vector<std::string> predicates;
  std::vector<std::string> required_evidence;
};
BOOST_DESCRIBE_STRUCT(SubjectView, (),
                      (name, unit_of_measure, form, polarity, definition, formula, numerator, denominator, inputs,
                       predicates, required_evidence))

struct FormRowView {
  performance::RowKind kind{};
  std::string subject;
  SubjectView about;
  std::optional<std::string> target;       ///< of the period, or the year's where the period has none
  std::optional<std::string> year_target;  ///< of a budget row: the ceiling
  std::optional<performance::Value> previous;
  performance::Entry entry;
  std::string figure;  ///< the value in words; of a derived indicator what the formula gives
  std::optional<std::string> achievement;
  performance::RowState state{};
  std::int64_t revision = 0;
  std::optional<std::string> comment;
  std::optional<std::string> entered_by;
  std::optional<Instant> entered_at;
  std::vector<FindingView> findings;
  std::vector<EvidenceView> evidence;
  std::vector<RowCorrectionView> corrections;
};
BOOST_DESCRIBE_STRUCT(FormRowView, (),
                      (kind, subject, about, target, year_target, previous, entry, figure, achievement, state,
                       revision, comment, entered_by, entered_at, findings, evidence, corrections))

enum class FormAct : std::uint8_t { fill, judge, correct };
BOOST_DESCRIBE_ENUM(FormAct, fill, judge, correct)

struct ReminderView {
  performance::ReminderStage stage{};
  std::string words;  ///< "mendekati batas waktu"
  Instant at{};
  std::optional<std::string> by;  ///< absent: Himpun itself
};
BOOST_DESCRIBE_STRUCT(ReminderView, (), (stage, words, at, by))

struct FormSummary {
  std::string unit;
  std::string unit_name;
  std::int32_t rows = 0;
  std::int32_t complete = 0;
  performance::Timeliness timeliness{};
  std::string reason;
  std::optional<Instant> due_at;
  std::optional<Instant> sent_at;      ///< when all of its rows had been sent for the first time
  std::optional<Instant> repaired_at;  ///< when returned rows were last all sent again
  bool owed = true;                    ///< a row was not sent, or waits to be sent again
  std::vector<FormAct> allowed;
  std::optional<std::int64_t> days_left;     ///< working days until it is due, negative when it is late; while owed
  std::optional<std::int64_t> minutes_left;  ///< when it is due today
  std::vector<ReminderView> reminders;       ///< in the order of telling
};
BOOST_DESCRIBE_STRUCT(FormSummary, (),
                      (unit, unit_name, rows, complete, timeliness, reason, due_at, sent_at, repaired_at, owed,
                       allowed, days_left, minutes_left, reminders))

struct FormView {
  std::string case_id;
  std::string case_number;
  Period period;
  std::string period_name;
  std::optional<Instant> frozen_at;
  FormSummary summary;
  std::vector<FormRowView> rows;
  std::vector<std::string> papers;  ///< that hold frozen figures of this form: what a correction affects
};
BOOST_DESCRIBE_STRUCT(FormView, (), (case_id, case_number, period, period_name, frozen_at, summary, rows, papers))

struct CollectionView {
  std::string case_id;
  Period period;
  std::string period_name;
  std::optional<Instant> frozen_at;
  std::optional<std::string> frozen_reason;
  std::vector<FormSummary> forms;
};
BOOST_DESCRIBE_STRUCT(CollectionView, (), (case_id, period, period_name, frozen_at, frozen_reason, forms))

[[nodiscard]] RowReceipt row_receipt(FormBooks const& books, performance::Row const& row, Language language);
[[nodiscard]] Result<FormView> show_form(Sight& sight, FormAim const& aim);
/// What the unit attached for the period before and has not attached here yet; reused with one click.
[[nodiscard]] Result<std::vector<EvidenceView>> earlier_evidence(Sight& sight, FormAim const& aim);
/// Every division's form of a case, with how far it is.
[[nodiscard]] Result<CollectionView> show_collection(Sight& sight, workflow::CaseId const& id, Language language);

}  // namespace himpun::app
