#include "core/document/bpmn/writer.h"

#include <algorithm>

#include "base/text.h"
#include "core/document/bpmn/chart.h"
#include "core/document/bpmn/layout.h"
#include "core/procedure/reader.h"

namespace himpun::document::bpmn {
namespace {

using procedure::Procedure;
using procedure::Step;
using procedure::StepKind;

Element make_own(std::string_view name) { return make_element(himpun_space, name); }

Element with_text(Element element, std::string text) {
  element.text = std::move(text);
  return element;
}

void add_items(Element& to, std::string_view name, std::vector<std::string> const& items) {
  for (auto const& item : items) to.add(make_own(name)).set("isi", item);
}

class Writer {
 public:
  explicit Writer(Procedure const& procedure)
      : procedure_(procedure), chart_(make_chart(procedure)), layout_(lay_out(chart_, procedure)) {}

  Element write() const {
    auto root = make_bpmn("definitions", "dokumen");
    root.set("targetNamespace", std::string{himpun_space}).set("exporter", "Himpun");
    auto& collaboration = root.add(make_bpmn("collaboration", "kolaborasi"));
    collaboration.add(make_bpmn("participant", "kolam")).set("name", procedure_.name).set("processRef", process_id());
    root.add(process());
    root.add(diagram());
    return root;
  }

 private:
  [[nodiscard]] std::string process_id() const { return std::string{process_prefix} + procedure_.id.value; }
  [[nodiscard]] std::string lane_id(std::size_t lane) const {
    return std::string{lane_prefix} + procedure_.actors[lane].id.value;
  }
  [[nodiscard]] std::string lane_id(procedure::ActorId const& actor) const {
    return std::string{lane_prefix} + actor.value;
  }

  // --- the process ----------------------------------------------------------------------------------------------

  [[nodiscard]] Element process() const {
    auto process = make_bpmn("process", process_id());
    process.set("name", procedure_.name).set("isExecutable", "false");
    process.add(make_bpmn("extensionElements", {})).add(identity());
    if (!procedure_.actors.empty()) process.add(lanes());
    for (std::size_t node = 0; node < chart_.nodes.size(); ++node) process.add(flow_node(node));
    for (auto const& flow : chart_.flows) process.add(sequence_flow(flow));
    for (auto const& companion : chart_.companions) add_companion(process, companion);
    return process;
  }

  [[nodiscard]] Element identity() const {
    auto own = make_own("prosedur");
    auto const& p = procedure_;
    own.set("nomor", p.number).set("unit", p.unit).set_if_any("judul_alur", p.flow_title);
    own.set_if_any("klasifikasi", p.classification);
    auto dates = make_own("tanggal");
    dates.set_if_any("pembuatan", p.dates.made).set_if_any("revisi", p.dates.revised);
    dates.set_if_any("pengesahan", p.dates.approved).set_if_any("efektif", p.dates.effective);
    if (!dates.attributes.empty()) own.add(std::move(dates));
    auto by = make_own("disahkan_oleh");
    by.set_if_any("jabatan", p.approved_by.position).set_if_any("nama", p.approved_by.name);
    by.set_if_any("pangkat", p.approved_by.rank).set_if_any("nip", p.approved_by.nip);
    if (!by.attributes.empty()) own.add(std::move(by));
    add_items(own, "dasar_hukum", p.legal_basis);
    add_items(own, "kualifikasi_pelaksana", p.qualifications);
    add_items(own, "keterkaitan", p.related);
    add_items(own, "peralatan", p.equipment);
    add_items(own, "peringatan", p.warnings);
    add_items(own, "pencatatan", p.recording);
    for (auto const& paper : p.papers) own.add(make_own("naskah")).set("kunci", paper.key).set("nama", paper.name);
    return own;
  }

  [[nodiscard]] Element lanes() const {
    auto set = make_bpmn("laneSet", "lajur");
    for (std::size_t lane = 0; lane < procedure_.actors.size(); ++lane) {
      auto& each = set.add(make_bpmn("lane", lane_id(lane)));
      each.set("name", procedure_.actors[lane].name);
      if (procedure_.actors[lane].plural) each.set(himpun_space, "jamak", "ya");
      for (auto const& node : chart_.nodes) {
        if (node.lane == lane) each.add(with_text(make_bpmn("flowNodeRef", {}), node.id));
      }
    }
    return set;
  }

  [[nodiscard]] static std::string_view type_of(Node const& node, Procedure const& procedure) {
    switch (node.kind) {
      case NodeKind::start:
        return "startEvent";
      case NodeKind::end:
        return "endEvent";
      case NodeKind::exclusive:
        return "exclusiveGateway";
      case NodeKind::parallel:
        return "parallelGateway";
      case NodeKind::task:
        break;
    }
    return procedure.steps[*node.step].kind == StepKind::distribution ? "sendTask" : "userTask";
  }

  [[nodiscard]] Element flow_node(std::size_t index) const {
    auto const& node = chart_.nodes[index];
    auto element = make_bpmn(type_of(node, procedure_), node.id);
    element.set_if_any("name", node.name);
    if (node.step) add_standard(element, procedure_.steps[*node.step]);
    for (auto const flow : node.incoming) element.add(with_text(make_bpmn("incoming", {}), chart_.flows[flow].id));
    for (auto const flow : node.outgoing) element.add(with_text(make_bpmn("outgoing", {}), chart_.flows[flow].id));
    // Every unit answers for itself: BPMN's mark for that.
    if (node.step && procedure_.steps[*node.step].kind == StepKind::gathering) {
      element.add(make_bpmn("multiInstanceLoopCharacteristics", {}));
    }
    return element;
  }

  /// A row's columns beside the performer: what a task of BPMN cannot say.
  void add_standard(Element& task, Step const& step) const {
    task.add(with_text(make_bpmn("documentation", {}), documentation_of(step)));
    auto& own = task.add(make_bpmn("extensionElements", {})).add(make_own("langkah"));
    own.set("jenis", std::string{procedure::word_of(step.kind)}).set("waktu", step.time_written);
    own.set_if_any("ket", step.remark).set_if_any("naskah", step.paper);
    if (step.performers.empty()) own.set("tanpa_pelaksana", "ya");
    for (std::size_t i = 1; i < step.performers.size(); ++i) {
      own.add(make_own("pelaksana")).set("lajur", lane_id(step.performers[i]));
    }
    if (step.gathers_from) own.add(make_own("bersama")).set("lajur", lane_id(*step.gathers_from));
    for (auto const& input : step.inputs) {
      own.add(make_own("kelengkapan")).set("nama", input.name).set_if_any("dari", input.source);
    }
    add_items(own, "output", step.outputs);
    if (step.waits_for.size() == 1) {  // a gateway with one way in would be none
      own.add(make_own("menunggu")).set("langkah", std::string{step_prefix} + step.waits_for.front().value);
    }
    add_items(own, "disimpulkan", step.inferred);
  }

  [[nodiscard]] Element sequence_flow(Flow const& flow) const {
    auto element = make_bpmn("sequenceFlow", flow.id);
    element.set_if_any("name", flow.name);
    element.set("sourceRef", chart_.nodes[flow.from].id).set("targetRef", chart_.nodes[flow.to].id);
    if (flow.role != FlowRole::plain) element.set(himpun_space, "peran", std::string{word_of(flow.role)});
    if (!flow.condition.empty()) {
      auto condition = with_text(make_bpmn("conditionExpression", {}), flow.condition);
      condition.set(xsi_space, "type", "bpmn:tFormalExpression");
      element.add(std::move(condition));
    }
    return element;
  }

  void add_companion(Element& process, Companion const& companion) const {
    auto& note = process.add(make_bpmn("textAnnotation", companion.id));
    note.add(with_text(make_bpmn("text", {}), companion.text));
    process.add(make_bpmn("association", "kait-" + companion.id))
        .set("associationDirection", "None")
        .set("sourceRef", chart_.nodes[companion.node].id)
        .set("targetRef", companion.id);
  }

  // --- the diagram ----------------------------------------------------------------------------------------------

  static Element bounds(Box const& box) {
    auto element = make_element(dc_space, "Bounds");
    element.set("x", std::to_string(box.x)).set("y", std::to_string(box.y));
    element.set("width", std::to_string(box.width)).set("height", std::to_string(box.height));
    return element;
  }
  static void add_label(Element& to, std::optional<Box> const& box) {
    if (box) to.add(make_element(bpmndi_space, "BPMNLabel")).add(bounds(*box));
  }
  static Element& add_shape(Element& plane, std::string const& id, Box const& box) {
    auto& shape = plane.add(make_element(bpmndi_space, "BPMNShape"));
    shape.set("id", id + "_di").set("bpmnElement", id);
    shape.add(bounds(box));
    return shape;
  }
  static Element& add_edge(Element& plane, std::string const& id, std::vector<Point> const& points) {
    auto& edge = plane.add(make_element(bpmndi_space, "BPMNEdge"));
    edge.set("id", id + "_di").set("bpmnElement", id);
    for (auto const& point : points) {
      edge.add(make_element(di_space, "waypoint")).set("x", std::to_string(point.x)).set("y", std::to_string(point.y));
    }
    return edge;
  }

  [[nodiscard]] Element diagram() const {
    auto diagram = make_element(bpmndi_space, "BPMNDiagram");
    diagram.set("id", "bagan");
    auto& plane = diagram.add(make_element(bpmndi_space, "BPMNPlane"));
    plane.set("id", "bagan_bidang").set("bpmnElement", "kolaborasi");
    add_shape(plane, "kolam", layout_.pool).set("isHorizontal", "true");
    for (std::size_t lane = 0; lane < layout_.lanes.size(); ++lane) {
      add_shape(plane, lane_id(lane), layout_.lanes[lane]).set("isHorizontal", "true");
    }
    for (std::size_t node = 0; node < chart_.nodes.size(); ++node) {
      auto& shape = add_shape(plane, chart_.nodes[node].id, layout_.nodes[node]);
      if (chart_.nodes[node].kind == NodeKind::exclusive) shape.set("isMarkerVisible", "true");
      add_label(shape, layout_.node_labels[node]);
    }
    for (std::size_t i = 0; i < chart_.companions.size(); ++i) {
      add_shape(plane, chart_.companions[i].id, layout_.companions[i]);
    }
    for (std::size_t flow = 0; flow < chart_.flows.size(); ++flow) {
      add_label(add_edge(plane, chart_.flows[flow].id, layout_.flows[flow]), layout_.flow_labels[flow]);
    }
    for (std::size_t i = 0; i < chart_.companions.size(); ++i) {
      add_edge(plane, "kait-" + chart_.companions[i].id, layout_.ties[i]);
    }
    return diagram;
  }

  Procedure const& procedure_;
  Chart chart_;
  Layout layout_;
};

}  // namespace

std::string documentation_of(Step const& step) {
  std::vector<std::string> inputs;
  for (auto const& input : step.inputs) inputs.push_back(input.name);
  std::vector<std::string> lines{"Waktu: " + step.time_written};
  if (!inputs.empty()) lines.push_back("Kelengkapan: " + join(inputs, "; "));
  if (!step.outputs.empty()) lines.push_back("Output: " + join(step.outputs, "; "));
  if (!step.remark.empty()) lines.push_back("Keterangan: " + step.remark);
  return join(lines, "\n");
}

Element write_bpmn(Procedure const& procedure) { return Writer{procedure}.write(); }

std::string write_bpmn_file(Procedure const& procedure) { return write_xml(write_bpmn(procedure), prefixes); }

}  // namespace himpun::document::bpmn
