#pragma once
// One collecting of data: a case's period, every division's form, row by row, folded from events. A row is one
// indicator or one budget code of one unit. It holds what was entered, sent, returned, accepted, frozen and corrected;
// it decides nothing (decide.h) and computes nothing.

#include <map>
#include <vector>

#include "base/file_ref.h"
#include "core/performance/profile/profile.h"

namespace himpun::performance {

enum class RowKind : std::uint8_t { indicator, budget };
BOOST_DESCRIBE_ENUM(RowKind, indicator, budget)

/// Which row: `subject` is the indicator's id or the budget code.
struct RowKey {
  UnitId unit;
  RowKind kind = RowKind::indicator;
  std::string subject;

  auto operator<=>(RowKey const&) const = default;
};
BOOST_DESCRIBE_STRUCT(RowKey, (), (unit, kind, subject))

/// A named part of a value: an input of the formula, or a part of the total.
struct Part {
  std::string name;
  Value value;

  bool operator==(Part const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Part, (), (name, value))

/// Tindak lanjut.
struct FollowUp {
  std::string action;
  std::string owner;
  std::optional<Date> due;

  bool operator==(FollowUp const&) const = default;
};
BOOST_DESCRIBE_STRUCT(FollowUp, (), (action, owner, due))

/// What a division fills in for one row. A budget row uses `value` (rupiah spent in the period) and `note`.
struct Entry {
  Value value;  ///< blank for a derived indicator: its formula gives it
  std::vector<Part> parts;
  std::string drivers;    ///< faktor pendorong
  std::string obstacles;  ///< faktor penghambat
  std::vector<FollowUp> follow_ups;
  std::string note;

  bool operator==(Entry const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (value, parts, drivers, obstacles, follow_ups, note))

/// `left_out`: not accepted when the figures were frozen; it counts as not collected.
enum class RowState : std::uint8_t { empty, entered, submitted, returned, accepted, frozen, left_out };
BOOST_DESCRIBE_ENUM(RowState, empty, entered, submitted, returned, accepted, frozen, left_out)

/// Why a warning was passed over. It holds for the entry it was given for; a new entry asks again.
struct Waiver {
  CheckCode code = CheckCode::jump;
  std::string reason;
  By by;
  Instant at{};
};

/// A later entry beside a frozen one; the frozen one stays.
struct RowCorrection {
  std::int32_t number = 1;
  Value value;
  std::string reason;
  std::vector<std::string> papers;  ///< which papers it affects
  By by;
  Instant at{};
};

struct Row {
  RowKey key;
  RowState state = RowState::empty;
  std::int64_t revision = 0;  ///< grows with every event about this row
  Entry entry;
  std::optional<By> entered_by;
  std::optional<Instant> entered_at;
  std::optional<Instant> submitted_at;  ///< the last time
  std::optional<By> judged_by;
  std::string comment;  ///< with which it was last returned
  std::vector<Waiver> waivers;
  std::vector<RowCorrection> corrections;

  /// The last correction's value, or the entry's.
  [[nodiscard]] Value const& value() const { return corrections.empty() ? entry.value : corrections.back().value; }
};

enum class EvidenceKind : std::uint8_t { file, link, physical };
BOOST_DESCRIBE_ENUM(EvidenceKind, file, link, physical)

/// Data dukung. One piece serves many rows.
struct Evidence {
  EvidenceId id;
  EvidenceKind kind = EvidenceKind::file;
  std::string title;
  std::optional<FileRef> file;
  std::string link;   ///< https://...
  std::string place;  ///< of a physical piece: "Lemari 3, map 12"

  bool operator==(Evidence const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (id, kind, title, file, link, place))

/// `page`: page or sheet where the figure stands.
struct EvidenceUse {
  RowKey row;
  std::string page;

  bool operator==(EvidenceUse const&) const = default;
};
BOOST_DESCRIBE_STRUCT(EvidenceUse, (), (row, page))

struct KeptEvidence {
  Evidence evidence;
  std::vector<EvidenceUse> uses;
  By by;
  Instant at{};
};

/// One division's form: which rows it owes and until when.
struct Form {
  UnitId unit;
  std::vector<RowKey> rows;
  std::optional<Instant> due_at;

  bool operator==(Form const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Form, (), (unit, rows, due_at))

struct Collection {
  CollectionId id;
  Period period;
  std::vector<Form> forms;
  std::vector<HolderId> reviewers;  ///< who accepts and returns rows (the analyst)
  std::vector<HolderId> freezers;   ///< at whose initials the figures freeze (the Kasubag)
  std::map<RowKey, Row> rows;
  std::map<EvidenceId, KeptEvidence> evidence;
  std::optional<Instant> frozen_at;
  std::optional<By> frozen_by;
  std::string frozen_reason;  ///< why although rows were missing

  [[nodiscard]] bool exists() const { return !id.empty(); }
};

[[nodiscard]] Form const* find_form(Collection const& collection, UnitId const& unit);
[[nodiscard]] Row const* find_row(Collection const& collection, RowKey const& key);
/// Evidence that a row rests on, in the order of ids.
[[nodiscard]] std::vector<KeptEvidence const*> evidence_of(Collection const& collection, RowKey const& key);
/// The piece that is the same file, link or place already; null when there is none.
[[nodiscard]] KeptEvidence const* find_duplicate(Collection const& collection, Evidence const& evidence);
/// Where a figure stands, for traces: "<case>/<unit>/<subject>@<revision>".
[[nodiscard]] std::string source_of(Collection const& collection, Row const& row);

}  // namespace himpun::performance
