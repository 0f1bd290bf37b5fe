#pragma once
// The profiles that ship with Himpun (data/profiles/*.yaml), read once.

#include "core/performance/profile/profile.h"

namespace himpun::app {

[[nodiscard]] std::vector<performance::Profile> const& shipped_profiles();

}  // namespace himpun::app
