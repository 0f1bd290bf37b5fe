#pragma once
// What can be asked of a collection. A row command says which revision of the row the caller saw.

#include <variant>

#include "core/performance/collection/collection.h"

namespace himpun::performance {

struct OpenCollection {
  CollectionId id;
  Period period;
  std::vector<Form> forms;  ///< see `forms_due`; `due_at` from the case's requests
  std::vector<HolderId> reviewers;
  std::vector<HolderId> freezers;
  std::optional<Instant> at_risk_at;
};

/// The case's requests got another date; of the calendar and the case's steps, so nobody is asked for an authority.
struct ScheduleForms {
  std::optional<Instant> due_at;
  std::optional<Instant> at_risk_at;
};

struct EnteredRow {
  RowKey row;
  std::int64_t if_revision = 0;  ///< the revision the caller saw; 0 for a row that was never written
  Entry entry;

  bool operator==(EnteredRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(EnteredRow, (), (row, if_revision, entry))

/// All rows or none; a row that somebody else changed meanwhile is a field error with its place in `rows`.
struct EnterValues {
  std::vector<EnteredRow> rows;
};
BOOST_DESCRIBE_STRUCT(EnterValues, (), (rows))

/// Sends every row of the unit that waits to be sent. Errors block; warnings need a reason first.
struct SubmitForm {
  UnitId unit;
};
BOOST_DESCRIBE_STRUCT(SubmitForm, (), (unit))

struct AcceptRow {
  RowKey row;
  std::int64_t if_revision = 0;
};
BOOST_DESCRIBE_STRUCT(AcceptRow, (), (row, if_revision))

struct ReturnRow {
  RowKey row;
  std::int64_t if_revision = 0;
  std::string comment;
};
BOOST_DESCRIBE_STRUCT(ReturnRow, (), (row, if_revision, comment))

/// From here on nothing changes but by corrections. Rows that are not accepted need a reason and are left out.
struct FreezeCollection {
  std::optional<std::string> missing_reason;
};
BOOST_DESCRIBE_STRUCT(FreezeCollection, (), (missing_reason))

struct CorrectValue {
  RowKey row;
  std::int64_t if_revision = 0;
  Value value;
  std::string reason;
  std::vector<std::string> papers;  ///< which papers it affects; the one who knows the case fills it in
};
BOOST_DESCRIBE_STRUCT(CorrectValue, (), (row, if_revision, value, reason, papers))

/// A new piece, or one of an earlier collection (the same id). A duplicate is used instead of being kept twice.
struct AttachEvidence {
  Evidence evidence;
  std::vector<EvidenceUse> uses;
};
BOOST_DESCRIBE_STRUCT(AttachEvidence, (), (evidence, uses))

/// A piece that is here already, for further rows.
struct ReuseEvidence {
  EvidenceId evidence;
  std::vector<EvidenceUse> uses;
};
BOOST_DESCRIBE_STRUCT(ReuseEvidence, (), (evidence, uses))

struct DetachEvidence {
  EvidenceId evidence;
  RowKey row;
};
BOOST_DESCRIBE_STRUCT(DetachEvidence, (), (evidence, row))

struct WaiveWarning {
  RowKey row;
  std::int64_t if_revision = 0;
  CheckCode code = CheckCode::jump;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(WaiveWarning, (), (row, if_revision, code, reason))

/// Tells a division that it owes its form: a stage once, by Himpun itself; `asked` by a reviewer, at most once a day.
struct RemindDivision {
  UnitId unit;
  ReminderStage stage = ReminderStage::asked;
};
BOOST_DESCRIBE_STRUCT(RemindDivision, (), (unit, stage))

using CollectionCommand =
    std::variant<OpenCollection, EnterValues, SubmitForm, AcceptRow, ReturnRow, FreezeCollection, CorrectValue,
                 AttachEvidence, ReuseEvidence, DetachEvidence, WaiveWarning, RemindDivision, ScheduleForms>;

}  // namespace himpun::performance
