#pragma once
// The clock of the machine, for what opens and keeps an office; everything else is handed a clock.

#include <chrono>

#include "base/time.h"

namespace himpun::assembly {

inline Instant now() { return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()); }

}  // namespace himpun::assembly
