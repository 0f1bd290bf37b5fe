#pragma once
// What is worth a look in a row before it is sent. Which checks there are, how severe and with which threshold is data
// of the profile; here is how each looks. Findings are for people: where, what, and what to do. It blocks nothing; the
// rule that sends a form does (decide.h).

#include "core/performance/catalogue/catalogue.h"
#include "core/performance/collection/collection.h"

namespace himpun::performance {

struct Finding {
  RowKey row;
  CheckCode code = CheckCode::value_missing;
  Severity severity = Severity::warning;
  Words message;
  std::optional<std::string> waived_because;  ///< of a warning that was passed over

  [[nodiscard]] bool blocks() const {
    return severity == Severity::error || (severity == Severity::warning && !waived_because);
  }
  bool operator==(Finding const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (row, code, severity, message, waived_because))

/// What the checks look at beside the row.
struct CheckBooks {
  Catalogue const& catalogue;
  std::map<IndicatorId, Value> const& previous;  ///< figures of the period before
};

[[nodiscard]] std::vector<Finding> check_row(Collection const& collection, Row const& row, CheckBooks const& books);
[[nodiscard]] std::vector<Finding> check_form(Collection const& collection, UnitId const& unit,
                                              CheckBooks const& books);

}  // namespace himpun::performance
