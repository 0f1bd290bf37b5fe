#pragma once
// A node of the planning tree: tujuan, sasaran, program, kegiatan, sub kegiatan. It carries indicators but does not
// hold them (indicator.h).

#include "core/performance/value.h"

namespace himpun::performance {

enum class NodeKind : std::uint8_t { goal, objective, program, activity, sub_activity };
BOOST_DESCRIBE_ENUM(NodeKind, goal, objective, program, activity, sub_activity)

struct Node {
  NodeId id;
  NodeKind kind = NodeKind::goal;
  std::string code;  ///< normalised (code.h); of goals and objectives the office's own
  std::string name;
  std::optional<NodeId> parent;  ///< one level up; absent: stands alone, for example a program without its objective
  UnitId owner;
  std::int32_t first_year = 0;
  std::optional<std::int32_t> last_year;  ///< inclusive; absent: still in force

  bool operator==(Node const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Node, (), (id, kind, code, name, parent, owner, first_year, last_year))

[[nodiscard]] inline bool holds_in(Node const& node, std::int32_t year) {
  return node.first_year <= year && (!node.last_year || year <= *node.last_year);
}

/// "Tujuan", "Sasaran", "Program", "Kegiatan", "Sub kegiatan".
[[nodiscard]] Words kind_words(NodeKind kind);

}  // namespace himpun::performance
