#pragma once
// XML of a workbook's parts, streamed and bounded: no document type, no entities of its own, no deep nesting, no
// endless tag. Elements come with their local name; elements of foreign namespaces come without one, so that nobody
// takes an extension for the real thing.

#include <optional>
#include <string_view>

#include "adapters/sheets/xlsx/archive.h"

namespace himpun::sheets {

class XmlAttributes {
 public:
  explicit XmlAttributes(char const* const* pairs) : pairs_(pairs) {}
  /// An attribute without namespace; empty when it is not there.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  [[nodiscard]] bool is_on(std::string_view name) const;  ///< "1" or "true"
  [[nodiscard]] std::string_view relationship() const;    ///< r:id, transitional or strict

 private:
  char const* const* pairs_;
};

class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void opened(std::string_view element, XmlAttributes const& attributes) = 0;
  virtual void closed(std::string_view) {}
  virtual void text(std::string_view) {}

  [[nodiscard]] std::optional<Problem> const& problem() const { return problem_; }

 protected:
  /// Ends the reading; the first one counts.
  void stop(Problem problem) {
    if (!problem_) problem_ = std::move(problem);
  }

 private:
  std::optional<Problem> problem_;
};

/// Reads a part to its end. `between` is called after each piece, outside the XML reader: there the listener's harvest
/// is handed on.
[[nodiscard]] Result<void> read_xml(Archive const& archive, std::string_view part, XmlListener& listener,
                                    std::function<Result<void>()> const& between = {});

}  // namespace himpun::sheets
