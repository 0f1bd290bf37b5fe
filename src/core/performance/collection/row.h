#pragma once
// One row of a division's form: an indicator's or a budget code's figure with what belongs to it, and how far it has
// come from the first keystroke to the frozen figure. It decides nothing.

#include <vector>

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

/// Only accepted and frozen figures go into papers and achievements of record.
[[nodiscard]] inline bool counts(RowState state) { return state == RowState::accepted || state == RowState::frozen; }

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

}  // namespace himpun::performance
