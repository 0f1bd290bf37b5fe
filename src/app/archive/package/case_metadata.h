#pragma once
// What a package says about its case, in JSON that is read without Himpun: who, what, when, which papers in which
// versions with which marks, who received them, where it is filed. Names are those of the register on the day of the
// export; nothing in it depends on the hour.

#include "app/archive/package/named_files.h"
#include "app/desks/case_desk.h"

namespace himpun::app {

[[nodiscard]] Json case_metadata(Sight const& sight, RunningCase const& running);

}  // namespace himpun::app
