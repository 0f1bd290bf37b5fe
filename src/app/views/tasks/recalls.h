#pragma once
// Recalls as those inside the office see them who were sent the paper: on their receipts, confirmed or not. Who may
// recall, and what outside recipients see, is app/archive's.

#include <map>

#include "app/office.h"
#include "app/views/tasks/task_card.h"
#include "core/workflow/case.h"

namespace himpun::app {

/// Looks at the recalls of each case once.
class Recalls {
 public:
  /// The sight must outlive this.
  explicit Recalls(Sight& sight) : sight_(sight) {}

  /// The recall of the distribution that this receipt belongs to; nothing for a task that is no receipt.
  [[nodiscard]] std::optional<RecallView> of_receipt(workflow::CaseId const& file, workflow::TaskId const& receipt);

 private:
  Sight& sight_;
  std::map<std::string, Books::Sending> books_;  ///< by case
};

}  // namespace himpun::app
