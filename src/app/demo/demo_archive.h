#pragma once
// The demo office's archive: the shipped schedule and security classes, the archivist, and who approves destruction.

#include "app/demo/demo_year.h"

namespace himpun::app {

[[nodiscard]] Result<void> make_demo_archive(Desk& desk, DemoNames const& names);

}  // namespace himpun::app
