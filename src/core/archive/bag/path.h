#pragma once
// Names of files inside a package: what may stand in one so that unpacking it can never touch anything outside, and
// when two names are one (RFC 8493 sections 2.1.3 and 5.1).

#include <optional>
#include <string>
#include <string_view>

#include "base/words.h"

namespace himpun::archive {

/// Why the name is refused; nothing when it may be used. `folder/file`, never absolute, no `.`, `..` or empty parts.
[[nodiscard]] std::optional<Words> why_unsafe(std::string_view path);

/// The same text for names that differ only in capitals or in Unicode's ways to write a letter.
[[nodiscard]] std::string same_name(std::string_view path);

/// A file name that every system can keep: ASCII letters, digits, `-`, `_` and `.`, at most `most` characters.
[[nodiscard]] std::string plain_name(std::string_view name, std::size_t most = 60);

}  // namespace himpun::archive
