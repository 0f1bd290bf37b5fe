#pragma once
// The NOTIFY channel of an agency and how topics travel on it: one a line, in messages of less than 8,000 bytes.

#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.h"

namespace himpun::postgres {

/// A name PostgreSQL takes as it is: at most 63 small letters, digits and underscores.
[[nodiscard]] inline std::string channel_of(std::string_view agency) {
  return "himpun_" + to_hex(sha256(agency)).substr(0, 32);
}

inline constexpr std::size_t longest_message = 7900;  ///< bytes; PostgreSQL refuses 8,000 and more

}  // namespace himpun::postgres
