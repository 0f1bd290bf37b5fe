#include "core/document/bpmn/reading/source.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "core/document/bpmn/chart.h"

namespace himpun::document::bpmn {
namespace {

bool is_bpmn(Element const& element, std::string_view name) { return element.is(bpmn_space, name); }

template <std::size_t n>
bool is_one_of(Element const& element, std::array<std::string_view, n> const& names) {
  return element.space == bpmn_space && std::ranges::find(names, element.name) != names.end();
}

constexpr std::array<std::string_view, 8> task_names{"task",        "userTask",    "manualTask",       "sendTask",
                                                     "serviceTask", "receiveTask", "businessRuleTask", "scriptTask"};
constexpr std::array<std::string_view, 4> activity_names{"subProcess", "callActivity", "transaction",
                                                         "adHocSubProcess"};
constexpr std::array<std::string_view, 3> other_gateways{"inclusiveGateway", "complexGateway", "eventBasedGateway"};
constexpr std::array<std::string_view, 2> passing_events{"intermediateCatchEvent", "intermediateThrowEvent"};

/// A reference may carry a prefix: `tns:Process_1`.
std::string_view without_prefix(std::string_view reference) {
  auto const colon = reference.rfind(':');
  return colon == std::string_view::npos ? reference : reference.substr(colon + 1);
}

class SourceReader {
 public:
  SourceReader(Element const& root, std::string const& file, Notes& notes) : root_(root), file_(file), notes_(notes) {}

  Result<Source> read() {
    if (!is_bpmn(root_, "definitions")) {
      return refuse_at(bpmn_no_document, root_, file_,
                       {"Unsur terluarnya harus `definitions` dari BPMN 2.0; di sini `" + root_.name + "`.",
                        "Its outermost element must be `definitions` of BPMN 2.0; here it is `" + root_.name + "`."});
    }
    if (auto ok = check_ids(root_); !ok) return std::unexpected(ok.error());
    if (auto ok = choose_process(); !ok) return std::unexpected(ok.error());
    for (auto const& child : source_.process->children) read_lanes(child);
    for (auto const& child : source_.process->children) {
      if (auto ok = read_child(child); !ok) return std::unexpected(ok.error());
    }
    if (auto ok = link_flows(); !ok) return std::unexpected(ok.error());
    for (std::size_t node = 0; node < source_.nodes.size(); ++node) order_by_node(node);
    note_the_rest();
    return std::move(source_);
  }

 private:
  Result<void> check_ids(Element const& element) {
    if (auto const id = element.get("id"); !id.empty()) {
      auto const [first, is_new] = ids_.emplace(id, &element);
      if (!is_new) {
        auto const line = std::to_string(first->second->line);
        std::string const shown{id};
        return refuse_at(bpmn_duplicate_id, element, file_,
                         {"`" + shown + "` sudah dipakai di baris " + line + ".",
                          "`" + shown + "` is already used on line " + line + "."});
      }
    }
    for (auto const& child : element.children) {
      if (auto ok = check_ids(child); !ok) return ok;
    }
    return {};
  }

  // --- the process ----------------------------------------------------------------------------------------------

  [[nodiscard]] static std::size_t count_tasks(Element const& process) {
    return static_cast<std::size_t>(std::ranges::count_if(process.children, [](Element const& child) {
      return is_one_of(child, task_names) || is_one_of(child, activity_names);
    }));
  }

  /// The one with most tasks; a procedure is one process.
  Result<void> choose_process() {
    for (auto const& child : root_.children) {
      if (!is_bpmn(child, "process")) continue;
      if (!source_.process || count_tasks(child) > count_tasks(*source_.process)) source_.process = &child;
    }
    if (!source_.process || count_tasks(*source_.process) == 0) {
      return refuse_at(bpmn_no_process, root_, file_,
                       {"Berkas harus memuat sebuah `process` dengan paling sedikit satu tugas.",
                        "The file must hold a `process` with at least one task."});
    }
    source_.name = source_.process->get("name");
    source_.identity = own_part(*source_.process, "prosedur");
    for (auto const& child : root_.children) read_root_child(child);
    return {};
  }

  void read_root_child(Element const& child) {
    if (&child == source_.process || child.space == bpmndi_space) return;
    if (is_bpmn(child, "collaboration")) return read_collaboration(child);
    if (!is_bpmn(child, "process")) return notes_.lost_element(child, {});
    auto const count = std::to_string(child.children.size());
    notes_.lost(child, child.get("id"),
                {"Proses ini (" + count + " unsur) tidak dibawa: sebuah prosedur adalah satu proses.",
                 "This process (" + count + " elements) is not carried over: a procedure is one process."});
  }

  void read_collaboration(Element const& collaboration) {
    for (auto const& child : collaboration.children) {
      bool const is_pool =
          is_bpmn(child, "participant") && without_prefix(child.get("processRef")) == source_.process->get("id");
      if (!is_pool) {
        if (!is_of_other_process(child)) notes_.lost_element(child, collaboration.get("id"));
        continue;
      }
      if (!trim(child.get("name")).empty()) source_.name = child.get("name");
      for (auto const& inner : child.children) notes_.lost_element(inner, child.get("id"));
      notes_.lost_attributes(child, {"id", "name", "processRef"}, child.get("id"));
    }
  }
  /// The pool of a process that has its own note.
  [[nodiscard]] bool is_of_other_process(Element const& child) const {
    auto const found = ids_.find(without_prefix(child.get("processRef")));
    return is_bpmn(child, "participant") && found != ids_.end();
  }

  // --- lanes ----------------------------------------------------------------------------------------------------

  void read_lanes(Element const& set) {
    if (!is_bpmn(set, "laneSet") && !is_bpmn(set, "childLaneSet")) return;
    for (auto const& lane : set.children) {
      if (is_bpmn(lane, "lane")) {
        read_lane(lane);
      } else {
        notes_.lost_element(lane, set.get("id"));
      }
    }
  }
  void read_lane(Element const& lane) {
    auto const inner =
        std::ranges::find_if(lane.children, [](auto const& each) { return is_bpmn(each, "childLaneSet"); });
    if (inner != lane.children.end()) {
      notes_.lost(lane, lane.get("id"),
                  {"Lajur yang memuat lajur lain tidak dibawa; lajur di dalamnya menjadi pelaksana.",
                   "A lane that holds other lanes is not carried over; the lanes in it become performers."});
      return read_lanes(*inner);
    }
    auto const index = source_.lanes.size();
    source_.lanes.push_back({&lane, std::string{lane.get("id")}, std::string{lane.get("name")}});
    notes_.lost_attributes(lane, {"id", "name"}, lane.get("id"));
    for (auto const& child : lane.children) {
      if (is_bpmn(child, "flowNodeRef")) {
        lane_of_.emplace(without_prefix(trim(child.text)), index);
      } else {
        notes_.lost_element(child, lane.get("id"));
      }
    }
  }

  // --- nodes and flows ------------------------------------------------------------------------------------------

  Result<void> read_child(Element const& child) {
    if (is_bpmn(child, "sequenceFlow")) return read_flow(child);
    if (is_bpmn(child, "startEvent")) return add_node(child, SourceKind::start);
    if (is_bpmn(child, "endEvent")) return add_node(child, SourceKind::end);
    if (is_bpmn(child, "exclusiveGateway")) return add_node(child, SourceKind::exclusive);
    if (is_bpmn(child, "parallelGateway")) return add_node(child, SourceKind::parallel);
    if (is_one_of(child, task_names)) return add_node(child, SourceKind::task);
    if (is_one_of(child, activity_names)) return add_activity(child);
    if (is_one_of(child, other_gateways)) return add_other_gateway(child);
    if (is_one_of(child, passing_events)) {
      notes_.lost_element(child, {});
      return add_node(child, SourceKind::passing);
    }
    if (!is_known_part(child)) notes_.lost_element(child, source_.process->get("id"));
    return {};
  }

  /// Lanes, what this program writes about the process, and the notes that tie further performers to a task.
  [[nodiscard]] bool is_known_part(Element const& child) {
    if (is_bpmn(child, "laneSet")) return true;
    if (is_bpmn(child, "extensionElements")) {
      for (auto const& each : child.children) {
        if (&each != source_.identity) notes_.lost_element(each, source_.process->get("id"));
      }
      return true;
    }
    if (!source_.identity) return false;
    auto const is_companion = [](std::string_view id) { return id.starts_with(companion_prefix); };
    return (is_bpmn(child, "textAnnotation") && is_companion(child.get("id"))) ||
           (is_bpmn(child, "association") && is_companion(child.get("targetRef")));
  }

  Result<void> add_node(Element const& element, SourceKind kind) {
    if (source_.nodes.size() == most_nodes) return refuse_size(element, most_nodes);
    std::string const id{element.get("id")};
    auto const lane = lane_of_.find(id);
    node_of_.emplace(id, source_.nodes.size());
    source_.nodes.push_back({&element, kind, id, lane == lane_of_.end() ? nowhere : lane->second, {}, {}});
    return {};
  }
  Result<void> add_activity(Element const& element) {
    auto const inside = std::ranges::count_if(element.children, [](Element const& each) {
      return each.space == bpmn_space && each.name != "incoming" && each.name != "outgoing" &&
             each.name != "extensionElements" && each.name != "documentation";
    });
    auto const count = std::to_string(inside);
    notes_.add(
        NoteKind::changed, element, element.get("id"),
        {"`" + element.name + "` menjadi satu langkah; isinya (" + count + " unsur) tidak dibawa.",
         "`" + element.name + "` becomes one step; what is in it (" + count + " elements) is not carried over."});
    return add_node(element, SourceKind::task);
  }
  Result<void> add_other_gateway(Element const& element) {
    notes_.add(NoteKind::changed, element, element.get("id"),
               {"`" + element.name + "` dibawa sebagai pilihan: tepat satu jalan diambil.",
                "`" + element.name + "` is carried over as a choice: exactly one way is taken."});
    return add_node(element, SourceKind::exclusive);
  }
  std::unexpected<Problem> refuse_size(Element const& element, std::size_t most) const {
    auto const limit = std::to_string(most);
    return refuse_at(bpmn_too_many, element, file_, {"Paling banyak " + limit + ".", "At most " + limit + "."});
  }

  Result<void> read_flow(Element const& element) {
    if (source_.flows.size() == most_flows) return refuse_size(element, most_flows);
    SourceFlow flow;
    flow.element = &element;
    flow.id = element.get("id");
    flow.name = element.get("name");
    flow.role = element.get(himpun_space, "peran");
    notes_.lost_attributes(element, {"id", "name", "sourceRef", "targetRef", "isImmediate"}, flow.id);
    for (auto const& child : element.children) {
      if (is_bpmn(child, "conditionExpression")) {
        flow.condition = trim(child.text);
      } else {
        notes_.lost_element(child, flow.id);
      }
    }
    source_.flows.push_back(std::move(flow));
    return {};
  }

  Result<void> link_flows() {
    std::vector<SourceFlow> linked;
    for (auto& flow : source_.flows) {
      auto const from = without_prefix(flow.element->get("sourceRef"));
      auto const to = without_prefix(flow.element->get("targetRef"));
      for (auto const end : {from, to}) {
        if (!ids_.contains(end) || end.empty()) return refuse_end(*flow.element, end);
      }
      auto const begin = node_of_.find(std::string{from});
      auto const target = node_of_.find(std::string{to});
      if (begin == node_of_.end() || target == node_of_.end()) {  // of a timer at a task's edge, for example
        notes_.lost(*flow.element, flow.id,
                    {"Alur ini tidak dibawa: pangkal atau ujungnya tidak dibawa.",
                     "This flow is not carried over: where it begins or ends is not."});
        continue;
      }
      flow.from = begin->second;
      flow.to = target->second;
      flow.is_default = source_.nodes[flow.from].element->get("default") == flow.id && !flow.id.empty();
      source_.nodes[flow.from].out.push_back(linked.size());
      source_.nodes[flow.to].in.push_back(linked.size());
      linked.push_back(std::move(flow));
    }
    source_.flows = std::move(linked);
    return {};
  }
  std::unexpected<Problem> refuse_end(Element const& flow, std::string_view end) const {
    std::string const shown{end};
    return refuse_at(bpmn_unknown_reference, flow, file_,
                     {"Alur `" + std::string{flow.get("id")} + "` merujuk `" + shown + "`, yang tidak ada.",
                      "The flow `" + std::string{flow.get("id")} + "` refers to `" + shown + "`, which is not there."});
  }

  /// A node may name its flows itself; that order counts, the rest follows in the order of the file.
  void order_by_node(std::size_t index) {
    auto& node = source_.nodes[index];
    std::unordered_map<std::string_view, std::size_t> named;
    for (auto const& child : node.element->children) {
      if (is_bpmn(child, "incoming") || is_bpmn(child, "outgoing")) {
        named.emplace(without_prefix(trim(child.text)), named.size());
      }
    }
    auto const place = [&](std::size_t flow) {
      auto const found = named.find(source_.flows[flow].id);
      return found == named.end() ? named.size() : found->second;
    };
    std::ranges::stable_sort(node.in, {}, place);
    std::ranges::stable_sort(node.out, {}, place);
  }

  // --- what has no place ----------------------------------------------------------------------------------------

  void note_the_rest() {
    notes_.lost_attributes(*source_.process, {"id", "name", "isExecutable", "processType", "isClosed"},
                           source_.process->get("id"));
    for (auto const& node : source_.nodes) {
      if (node.kind != SourceKind::task) note_gateway_or_event(node);
    }
    if (!source_.identity) {
      notes_.add(NoteKind::assumed, root_, {},
                 {"Letak gambar tidak dibawa: gambar disusun ulang dari prosedur.",
                  "The drawing's layout is not carried over: it is made anew from the procedure."});
    }
  }
  void note_gateway_or_event(SourceNode const& node) {
    notes_.lost_attributes(
        *node.element, {"id", "name", "default", "gatewayDirection", "isInterrupting", "parallelMultiple"}, node.id);
    for (auto const& child : node.element->children) {
      if (!is_bpmn(child, "incoming") && !is_bpmn(child, "outgoing")) notes_.lost_element(child, node.id);
    }
  }

  Element const& root_;
  std::string const& file_;
  Notes& notes_;
  Source source_;
  std::unordered_map<std::string_view, Element const*> ids_;
  std::unordered_map<std::string_view, std::size_t> lane_of_;
  std::unordered_map<std::string, std::size_t> node_of_;
};

}  // namespace

std::unexpected<Problem> refuse_at(ProblemType const& type, Element const& element, std::string const& file,
                                   Words detail) {
  return std::unexpected(
      Problem{.type = &type, .detail = std::move(detail), .where = SourcePosition{file, element.line, element.column}});
}

Element const* own_part(Element const& element, std::string_view name) {
  for (auto const& child : element.children) {
    if (!is_bpmn(child, "extensionElements")) continue;
    for (auto const& each : child.children) {
      if (each.is(himpun_space, name)) return &each;
    }
  }
  return nullptr;
}

Result<Source> read_source(Element const& root, std::string const& file, Notes& notes) {
  return SourceReader{root, file, notes}.read();
}

}  // namespace himpun::document::bpmn
