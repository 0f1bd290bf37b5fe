#pragma once
// Identifiers that cannot be mixed up: `Id<struct CaseTag>` is not `Id<struct TaskTag>`. The text is opaque.
// It does not make ids: the shell does (`make_id`), and hands them to the rules in the occasion.

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace himpun {

template <class Tag>
struct Id {
  std::string value;

  Id() = default;
  explicit Id(std::string text) : value(std::move(text)) {}

  [[nodiscard]] bool empty() const { return value.empty(); }
  auto operator<=>(Id const&) const = default;
};

}  // namespace himpun

template <class Tag>
struct std::hash<himpun::Id<Tag>> {
  std::size_t operator()(himpun::Id<Tag> const& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
