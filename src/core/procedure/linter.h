#pragma once
// What is suspicious in a procedure that can be read: faults of the text (swapped laws, ranks, typos, two names for one
// paper) and of the flow (a decision with one exit, a column nobody uses). Every finding has a code that never changes,
// an explanation, and the corrected text where there is one. Nothing is corrected here: the sheet keeps its words until
// its owner changes them.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/words.h"
#include "core/procedure/procedure.h"

namespace himpun::procedure {

enum class Severity : std::uint8_t {
  error,        ///< the procedure cannot work as meant
  warning,      ///< probably a mistake
  information,  ///< worth knowing
};
BOOST_DESCRIBE_ENUM(Severity, error, warning, information)

struct Finding {
  std::string code;  ///< `legal.kind_swapped`
  Severity severity = Severity::warning;
  std::string words_id;
  std::string words_en;
  std::optional<StepId> step;
  std::string field;       ///< pointer in the words of the file, `/dasar_hukum/0`
  std::string suggestion;  ///< the corrected text of that field; empty when there is none

  bool operator==(Finding const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (code, severity, words_id, words_en, step, field, suggestion))

/// All findings, in the order of the sheet.
[[nodiscard]] std::vector<Finding> lint(Procedure const& procedure);

}  // namespace himpun::procedure
