#pragma once
// What can happen to a collection (stream `collection/<case>`), as plain facts, and how each changes it. `evolve`
// never refuses. A stored shape never changes: a new one gets a new version beside it.

#include <string_view>
#include <variant>

#include "core/performance/collection/collection.h"

namespace himpun::performance {

struct CollectionOpened {
  static constexpr std::string_view event_name = "performance.collection_opened";
  static constexpr int event_version = 1;
  CollectionId id;
  Period period;
  std::vector<Form> forms;
  std::vector<HolderId> reviewers;
  std::vector<HolderId> freezers;
};
BOOST_DESCRIBE_STRUCT(CollectionOpened, (), (id, period, forms, reviewers, freezers))

/// Until when the forms are due and from when on that is near: said when they are asked for, and again whenever the
/// gathering gets another date (a changed calendar, a suspension, another run).
struct FormsScheduled {
  static constexpr std::string_view event_name = "performance.forms_scheduled";
  static constexpr int event_version = 1;
  std::optional<Instant> due_at;
  std::optional<Instant> at_risk_at;
};
BOOST_DESCRIBE_STRUCT(FormsScheduled, (), (due_at, at_risk_at))

struct WrittenRow {
  RowKey row;
  Entry entry;
};
BOOST_DESCRIBE_STRUCT(WrittenRow, (), (row, entry))

struct ValuesEntered {
  static constexpr std::string_view event_name = "performance.values_entered";
  static constexpr int event_version = 1;
  std::vector<WrittenRow> rows;
  By by;
};
BOOST_DESCRIBE_STRUCT(ValuesEntered, (), (rows, by))

struct FormSubmitted {
  static constexpr std::string_view event_name = "performance.form_submitted";
  static constexpr int event_version = 1;
  UnitId unit;
  std::vector<RowKey> rows;
  By by;
};
BOOST_DESCRIBE_STRUCT(FormSubmitted, (), (unit, rows, by))

struct RowAccepted {
  static constexpr std::string_view event_name = "performance.row_accepted";
  static constexpr int event_version = 1;
  RowKey row;
  By by;
};
BOOST_DESCRIBE_STRUCT(RowAccepted, (), (row, by))

struct RowReturned {
  static constexpr std::string_view event_name = "performance.row_returned";
  static constexpr int event_version = 1;
  RowKey row;
  std::string comment;
  By by;
};
BOOST_DESCRIBE_STRUCT(RowReturned, (), (row, comment, by))

struct CollectionFrozen {
  static constexpr std::string_view event_name = "performance.collection_frozen";
  static constexpr int event_version = 1;
  std::string missing_reason;
  By by;
};
BOOST_DESCRIBE_STRUCT(CollectionFrozen, (), (missing_reason, by))

struct ValueCorrected {
  static constexpr std::string_view event_name = "performance.value_corrected";
  static constexpr int event_version = 1;
  RowKey row;
  std::int32_t number = 1;
  Value value;
  std::string reason;
  std::vector<std::string> papers;
  By by;
};
BOOST_DESCRIBE_STRUCT(ValueCorrected, (), (row, number, value, reason, papers, by))

struct EvidenceAttached {
  static constexpr std::string_view event_name = "performance.evidence_attached";
  static constexpr int event_version = 1;
  Evidence evidence;
  std::vector<EvidenceUse> uses;
  By by;
};
BOOST_DESCRIBE_STRUCT(EvidenceAttached, (), (evidence, uses, by))

struct EvidenceReused {
  static constexpr std::string_view event_name = "performance.evidence_reused";
  static constexpr int event_version = 1;
  EvidenceId evidence;
  std::vector<EvidenceUse> uses;
  By by;
};
BOOST_DESCRIBE_STRUCT(EvidenceReused, (), (evidence, uses, by))

struct EvidenceDetached {
  static constexpr std::string_view event_name = "performance.evidence_detached";
  static constexpr int event_version = 1;
  EvidenceId evidence;
  RowKey row;
  By by;
};
BOOST_DESCRIBE_STRUCT(EvidenceDetached, (), (evidence, row, by))

struct WarningWaived {
  static constexpr std::string_view event_name = "performance.warning_waived";
  static constexpr int event_version = 1;
  RowKey row;
  CheckCode code = CheckCode::jump;
  std::string reason;
  By by;
};
BOOST_DESCRIBE_STRUCT(WarningWaived, (), (row, code, reason, by))

/// `by` is absent when Himpun reminded by itself.
struct DivisionReminded {
  static constexpr std::string_view event_name = "performance.division_reminded";
  static constexpr int event_version = 1;
  UnitId unit;
  ReminderStage stage = ReminderStage::at_risk;
  std::optional<Instant> due_at;
  std::optional<By> by;
};
BOOST_DESCRIBE_STRUCT(DivisionReminded, (), (unit, stage, due_at, by))

using CollectionEvent =
    std::variant<CollectionOpened, ValuesEntered, FormSubmitted, RowAccepted, RowReturned, CollectionFrozen,
                 ValueCorrected, EvidenceAttached, EvidenceReused, EvidenceDetached, WarningWaived,
                 DivisionReminded, FormsScheduled>;

/// Changes the collection; `at` is the instant of the event's envelope.
void evolve(Collection& collection, CollectionEvent const& event, Instant at);

}  // namespace himpun::performance
