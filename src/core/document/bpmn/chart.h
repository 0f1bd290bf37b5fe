#pragma once
// A procedure as a BPMN flow: start, tasks, gateways and ends in lanes, joined by sequence flows. It plays the token
// game of core/procedure/proof/net.h in BPMN's words: several starts and several `berikut` are a parallel fork,
// `lanjut` and `kembali` the exits of an exclusive gateway, `menunggu` a parallel join, and where further ways lead to
// a step they meet in an exclusive gateway before it. It knows neither coordinates nor XML.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/procedure/procedure.h"

namespace himpun::document::bpmn {

enum class NodeKind : std::uint8_t { start, end, task, exclusive, parallel };

struct Node {
  std::string id;
  NodeKind kind = NodeKind::task;
  std::string name;
  std::size_t lane = 0;             ///< index of the actor
  std::optional<std::size_t> step;  ///< of a task: its row from 0
  std::vector<std::size_t> incoming{};
  std::vector<std::size_t> outgoing{};
};

enum class FlowRole : std::uint8_t {
  plain,
  outcome,  ///< one of `lanjut`
  forward,  ///< goes on, where the work could also be returned
  back,     ///< one of `kembali`
};

struct Flow {
  std::string id;
  std::size_t from = 0;
  std::size_t to = 0;
  FlowRole role = FlowRole::plain;
  std::string name{};
  std::string condition{};
};

/// Another performer of a step: a note in its lane, tied to the step's task.
struct Companion {
  std::string id;
  std::size_t node = 0;
  std::size_t lane = 0;
  std::string text;
};

/// Nodes stand in the order in which they are drawn from left to right: row by row of the sheet.
struct Chart {
  std::vector<Node> nodes;
  std::vector<Flow> flows;
  std::vector<Companion> companions;
};

/// Every id in the procedure must be known, as the reader guarantees.
[[nodiscard]] Chart make_chart(procedure::Procedure const& procedure);

/// The beginnings of ids; what follows is the procedure's own id.
inline constexpr std::string_view process_prefix = "prosedur-";
inline constexpr std::string_view lane_prefix = "lajur-";
inline constexpr std::string_view step_prefix = "langkah-";
inline constexpr std::string_view companion_prefix = "bersama-";

/// The words of a flow's role in the file; empty for the plain ones.
[[nodiscard]] std::string_view word_of(FlowRole role);

}  // namespace himpun::document::bpmn
