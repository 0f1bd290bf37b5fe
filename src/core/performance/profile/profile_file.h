#pragma once
// The file of a profile (data/profiles/*.yaml) to a `Profile` and back. Words are Indonesian, as the people who keep
// such a file write them; numbers as they type them. A file that is not right is refused with all its faults at once,
// each with line, column, what is wrong and what would be right. It reads text, not files.

#include <expected>

#include "core/performance/profile/profile.h"

namespace himpun::performance {

[[nodiscard]] std::expected<Profile, std::vector<Problem>> read_profile(std::string_view text, std::string const& file);
/// The file that `read_profile` reads as this profile, for an office to take away and change.
[[nodiscard]] std::string write_profile(Profile const& profile);

}  // namespace himpun::performance
