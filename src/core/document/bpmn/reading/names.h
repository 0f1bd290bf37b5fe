#pragma once
// Identifiers of a procedure made from what a BPMN file has: its own ids where this program wrote them, else from
// names.

#include <set>
#include <string>
#include <string_view>

namespace himpun::document::bpmn {

/// Small letters, digits and hyphens from a name; `otherwise` when nothing of it can be used.
[[nodiscard]] std::string make_slug(std::string_view name, std::string_view otherwise);
/// What follows `prefix` in an id, when that is an identifier of a procedure; else empty.
[[nodiscard]] std::string own_id(std::string_view id, std::string_view prefix);
/// Lines and runs of spaces as one space.
[[nodiscard]] std::string one_line(std::string_view text);

/// Gives every name once: `paraf`, `paraf-2`.
class UniqueNames {
 public:
  void reserve(std::string name) { taken_.insert(std::move(name)); }
  [[nodiscard]] bool has(std::string const& name) const { return taken_.contains(name); }
  [[nodiscard]] std::string take(std::string const& wished, std::string_view joint = "-");

 private:
  std::set<std::string> taken_;
};

}  // namespace himpun::document::bpmn
