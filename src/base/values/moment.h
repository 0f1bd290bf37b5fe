#pragma once
// Moments in the words that papers and pages use, in the office's time.

#include <string>

#include "base/time.h"

namespace himpun {

/// "WIB", "WITA" or "WIT"; empty where that offset has no name in Indonesia.
[[nodiscard]] std::string zone_name(UtcOffset offset);
/// "7 Januari 2026 pukul 09.20 WIB" / "7 January 2026 09.20 WIB"
[[nodiscard]] std::string spell_moment_id(Instant at, UtcOffset offset);
[[nodiscard]] std::string spell_moment_en(Instant at, UtcOffset offset);

}  // namespace himpun
