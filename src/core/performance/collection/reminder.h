#pragma once
// Pengingat: that a division was told it still owes its form. Two stages follow from the due date and are told once each
// by Himpun itself; a reviewer may ask beside them. Whom it reaches, and by which road, is not decided here.

#include "core/performance/collection/row.h"

namespace himpun::performance {

/// `asked`: by somebody, beside the stages.
enum class ReminderStage : std::uint8_t { at_risk, late, asked };
BOOST_DESCRIBE_ENUM(ReminderStage, at_risk, late, asked)

struct Reminder {
  UnitId unit;
  ReminderStage stage = ReminderStage::at_risk;
  std::optional<Instant> due_at;  ///< as it was when the division was told
  std::optional<By> by;           ///< of `asked`
  Instant at{};
};

/// "mendekati batas waktu", "melewati batas waktu", "diminta pemeriksa".
[[nodiscard]] Words stage_words(ReminderStage stage);

}  // namespace himpun::performance
