#pragma once
// One row (`langkah`) of a procedure file to a `Step`, and the checks that need all rows: ids that must exist, the row
// that follows, joins that must be handed to.

#include <string>
#include <vector>

#include "core/procedure/procedure.h"
#include "core/procedure/reading/fields.h"

namespace himpun::procedure {

/// A step as written, before its references are resolved.
struct WrittenStep {
  Step step;
  std::string pointer;
  Place place;
  bool says_next = false;  ///< it has `berikut` or `lanjut`; otherwise a default follows
};

[[nodiscard]] WrittenStep read_step(Reading& reading, YamlNode const& node, std::string pointer);

/// Checks every reference and fills in the default successors; the first row is a start.
void link_steps(Reading& reading, Procedure const& head, std::vector<WrittenStep>& steps);

}  // namespace himpun::procedure
