#pragma once
// A BPMN document as a graph: one process with its lanes, nodes and flows, every reference resolved. What is no part of
// that gets a note; a document that contradicts itself (an id twice, a flow from nowhere) is refused. What the graph
// means as a procedure is for importer.h.

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "core/document/bpmn/notes.h"

namespace himpun::document::bpmn {

inline constexpr ProblemType bpmn_no_document{"bpmn.no_document", ProblemKind::invalid, "Berkas ini bukan BPMN 2.0",
                                              "This file is not BPMN 2.0"};
inline constexpr ProblemType bpmn_no_process{"bpmn.no_process", ProblemKind::invalid, "Tidak ada proses di berkas ini",
                                             "There is no process in this file"};
inline constexpr ProblemType bpmn_duplicate_id{"bpmn.duplicate_id", ProblemKind::invalid, "Pengenal dipakai dua kali",
                                               "An identifier is used twice"};
inline constexpr ProblemType bpmn_unknown_reference{"bpmn.unknown_reference", ProblemKind::invalid,
                                                    "Rujukan ke unsur yang tidak ada",
                                                    "A reference to an element that is not there"};
inline constexpr ProblemType bpmn_too_many{"bpmn.too_many", ProblemKind::too_large, "Unsur terlalu banyak",
                                           "There are too many elements"};

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
/// Gateways and events come on top of the steps a procedure may have.
inline constexpr std::size_t most_nodes = 5'000;
inline constexpr std::size_t most_flows = 10'000;

enum class SourceKind : std::uint8_t {
  start,
  end,
  task,
  exclusive,
  parallel,
  passing,  ///< an event on the way: flows run through it
};

struct SourceNode {
  Element const* element = nullptr;
  SourceKind kind = SourceKind::task;
  std::string id;
  std::size_t lane = nowhere;
  std::vector<std::size_t> in;  ///< flows, in the order in which the node names them
  std::vector<std::size_t> out;

  [[nodiscard]] bool is_split() const { return out.size() > 1; }
  [[nodiscard]] bool is_join() const { return kind == SourceKind::parallel && in.size() > 1; }
};

struct SourceFlow {
  Element const* element = nullptr;
  std::string id;
  std::size_t from = nowhere;
  std::size_t to = nowhere;
  std::string name;
  std::string condition;
  bool is_default = false;
  std::string role;  ///< `himpun:peran`
};

struct SourceLane {
  Element const* element = nullptr;
  std::string id;
  std::string name;
};

struct Source {
  Element const* process = nullptr;
  Element const* identity = nullptr;  ///< `himpun:prosedur`, when the process has one
  std::string name;                   ///< of the pool, or of the process
  std::vector<SourceLane> lanes;
  std::vector<SourceNode> nodes;  ///< in the order of the file
  std::vector<SourceFlow> flows;
};

/// `root` must outlive what is returned. `file` is the name to show in messages.
[[nodiscard]] Result<Source> read_source(Element const& root, std::string const& file, Notes& notes);

/// A refusal at an element.
[[nodiscard]] std::unexpected<Problem> refuse_at(ProblemType const& type, Element const& element,
                                                 std::string const& file, Words detail);

/// `himpun:langkah` or `himpun:prosedur` among the extension elements; null when there is none.
[[nodiscard]] Element const* own_part(Element const& element, std::string_view name);

}  // namespace himpun::document::bpmn
