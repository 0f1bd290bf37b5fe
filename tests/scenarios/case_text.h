#pragma once
// Everything a case holds as one text, so that two ways to the same case can be compared to the last field.

#include <string>

#include "core/workflow/case.h"

namespace himpun::test {

[[nodiscard]] std::string case_text(workflow::Case const& file);

}  // namespace himpun::test
