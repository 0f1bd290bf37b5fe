#pragma once
// One collecting of data: a case's period, every division's form, row by row, folded from events. It holds what was
// entered, sent, returned, accepted, frozen and corrected; it decides nothing (decide.h) and computes nothing.

#include <map>
#include <vector>

#include "core/performance/collection/evidence.h"
#include "core/performance/collection/reminder.h"

namespace himpun::performance {

/// One division's form: which rows it owes and until when.
struct Form {
  UnitId unit;
  std::vector<RowKey> rows;
  std::optional<Instant> due_at;

  bool operator==(Form const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Form, (), (unit, rows, due_at))

/// When every row of a form had been sent for the first time, the date that held then, and the last time that returned
/// rows were all sent again.
struct Sending {
  Instant at{};
  std::optional<Instant> due_at;
  std::optional<Instant> repaired_at;
};

struct Collection {
  CollectionId id;
  Period period;
  std::vector<Form> forms;
  std::optional<Instant> at_risk_at;  ///< from when a form that was not sent is due soon
  std::map<UnitId, Sending> sendings;
  std::vector<HolderId> reviewers;  ///< who accepts and returns rows (the analyst)
  std::vector<HolderId> freezers;   ///< at whose initials the figures freeze (the Kasubag)
  std::map<RowKey, Row> rows;
  std::map<EvidenceId, KeptEvidence> evidence;
  std::optional<Instant> frozen_at;
  std::optional<By> frozen_by;
  std::string frozen_reason;        ///< why although rows were missing
  std::vector<Reminder> reminders;  ///< in the order of telling

  [[nodiscard]] bool exists() const { return !id.empty(); }
};

[[nodiscard]] Form const* find_form(Collection const& collection, UnitId const& unit);
[[nodiscard]] Row const* find_row(Collection const& collection, RowKey const& key);
/// Every row of the form was sent and none waits to be sent again.
[[nodiscard]] bool is_sent(Collection const& collection, Form const& form);
/// Evidence that a row rests on, in the order of ids.
[[nodiscard]] std::vector<KeptEvidence const*> evidence_of(Collection const& collection, RowKey const& key);
/// The piece that is the same file, link or place already; null when there is none.
[[nodiscard]] KeptEvidence const* find_duplicate(Collection const& collection, Evidence const& evidence);
/// Where a figure stands, for traces: "<case>/<unit>/<subject>@<revision>".
[[nodiscard]] std::string source_of(Collection const& collection, Row const& row);

}  // namespace himpun::performance
