#pragma once
// How far a collection is, as facts derived from its rows: completeness and timeliness of each row and form, always
// with the reason. Nobody ticks a box "complete".

#include "core/performance/collection/checks.h"

namespace himpun::performance {

enum class Timeliness : std::uint8_t { not_due, due_soon, on_time, late, overdue };
BOOST_DESCRIBE_ENUM(Timeliness, not_due, due_soon, on_time, late, overdue)

struct RowProgress {
  RowKey row;
  RowState state = RowState::empty;
  bool complete = false;
  std::vector<Words> missing;  ///< what is still to be done; empty when complete
  std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(RowProgress, (), (row, state, complete, missing, findings))

struct FormProgress {
  UnitId unit;
  std::int32_t rows = 0;
  std::int32_t complete = 0;
  Timeliness timeliness = Timeliness::not_due;
  std::optional<Instant> due_at;
  std::optional<Instant> at_risk_at;
  std::optional<Instant> sent_at;      ///< when all of its rows had been sent for the first time
  std::optional<Instant> repaired_at;  ///< when returned rows were last all sent again
  bool is_owed = true;                 ///< a row was not sent, or waits to be sent again
  Words reason;                        ///< "3 dari 9 baris belum lengkap; batas waktu 10 Juli 2026"
  std::vector<RowProgress> details;
};
BOOST_DESCRIBE_STRUCT(FormProgress, (),
                      (unit, rows, complete, timeliness, due_at, at_risk_at, sent_at, repaired_at, is_owed, reason,
                       details))

[[nodiscard]] FormProgress progress_of(Collection const& collection, Form const& form, CheckBooks const& books,
                                       Instant now);
[[nodiscard]] std::vector<FormProgress> progress_of(Collection const& collection, CheckBooks const& books, Instant now);

/// The stage at which a form that is owed asks for a reminder; none while there is time, or once it was sent.
[[nodiscard]] std::optional<ReminderStage> stage_of(FormProgress const& form, Instant now);

}  // namespace himpun::performance
