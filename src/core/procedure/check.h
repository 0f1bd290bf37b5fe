#pragma once
// Everything there is to say about one procedure file: why it is refused, what is suspicious, how long it takes; as
// lines for a terminal and as JSON. Reader, soundness proof and linter do the work; this puts it together with places.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "core/procedure/linter.h"
#include "core/procedure/paths.h"
#include "core/procedure/reader.h"
#include "core/procedure/soundness.h"

namespace himpun::procedure {

/// The order is the order of exit codes: 0, 1, 2.
enum class Verdict : std::uint8_t {
  clean,     ///< nothing but information
  findings,  ///< usable, but something is suspicious
  refused,   ///< may not run
};
BOOST_DESCRIBE_ENUM(Verdict, clean, findings, refused)

struct Refusal {
  Problem problem;         ///< always with a place
  std::vector<Move> path;  ///< a counter-example, when the flow is at fault
};

struct PlacedFinding {
  Finding finding;
  Place place;
};

struct Check {
  std::string file;
  std::vector<Refusal> refusals;
  std::vector<PlacedFinding> findings;  ///< in the order of the file
  std::optional<Procedure> procedure;   ///< absent when the file could not be read
  Paths paths;

  [[nodiscard]] Verdict verdict() const;
};

[[nodiscard]] Check check_procedure(std::string_view text, std::string const& file);

/// One line a fault, `file:line:column: error CODE: words`, then one line with the verdict.
[[nodiscard]] std::string write_check(Check const& check, Language language);

/// `{file, verdict, procedure?, refusals, findings, paths}`; words in both languages as `{id, en}`.
[[nodiscard]] Json to_json(Check const& check);

}  // namespace himpun::procedure
