#pragma once
// The two short tag files of a bag: its declaration (bagit.txt) and its labels (bag-info.txt), RFC 8493 sections 2.1.1
// and 2.2.2. It gives no meaning to labels but Payload-Oxum.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace himpun::archive {

inline constexpr ProblemType bag_malformed{"package.bag_malformed", ProblemKind::invalid,
                                           "Paket bukan BagIt yang benar", "The package is no proper BagIt"};

inline constexpr std::string_view bag_declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

using Labels = std::vector<std::pair<std::string, std::string>>;

/// How much is in `data/`: bytes and files.
struct Oxum {
  std::int64_t bytes = 0;
  std::int64_t files = 0;

  bool operator==(Oxum const&) const = default;
};
[[nodiscard]] std::string to_text(Oxum const& oxum);  ///< `2048.3`
[[nodiscard]] std::optional<Oxum> parse_oxum(std::string_view text);

/// Versions 0.97 and 1.0 are taken; anything else is refused.
[[nodiscard]] Result<void> read_declaration(std::string_view text);
/// Lines that begin with a space go on with the label before.
[[nodiscard]] Result<Labels> read_labels(std::string_view text);
/// Control characters in values become spaces.
[[nodiscard]] std::string write_labels(Labels const& labels);

}  // namespace himpun::archive
