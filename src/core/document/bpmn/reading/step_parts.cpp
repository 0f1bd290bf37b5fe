#include "core/document/bpmn/reading/step_parts.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "core/document/bpmn/reading/names.h"
#include "core/document/bpmn/writer.h"
#include "core/procedure/reader.h"

namespace himpun::document::bpmn {
namespace {

using procedure::Step;
using procedure::StepKind;

constexpr char const* as_needed = "sesuai kebutuhan";

std::optional<StepKind> kind_of(std::string_view word) {
  constexpr std::array kinds{StepKind::disposition, StepKind::task,      StepKind::gathering,   StepKind::review,
                             StepKind::initialing,  StepKind::signature, StepKind::distribution};
  auto const found = std::ranges::find(kinds, word, procedure::word_of);
  return found == kinds.end() ? std::nullopt : std::optional{*found};
}

bool is_flow_name(Element const& child) { return child.is(bpmn_space, "incoming") || child.is(bpmn_space, "outgoing"); }

/// What no procedure has a place for: attributes and parts of a task.
void note_task_parts(SourceNode const& node, Element const* own, Notes& notes) {
  notes.lost_attributes(*node.element,
                        {"id", "name", "default", "isForCompensation", "startQuantity", "completionQuantity",
                         "implementation", "calledElement", "triggeredByEvent"},
                        node.id);
  for (auto const& child : node.element->children) {
    if (is_flow_name(child) || child.is(bpmn_space, "documentation")) continue;
    if (child.is(bpmn_space, "extensionElements")) {
      for (auto const& each : child.children) {
        if (&each != own) notes.lost_element(each, node.id);
      }
    } else if (child.name != "multiInstanceLoopCharacteristics" || own == nullptr) {
      notes.lost_element(child, node.id);
    }
  }
}

std::string documentation_in(Element const& task) {
  std::vector<std::string> texts;
  for (auto const& child : task.children) {
    if (child.is(bpmn_space, "documentation") && !trim(child.text).empty()) texts.emplace_back(trim(child.text));
  }
  return join(texts, "\n");
}

class OwnTask {
 public:
  OwnTask(SourceNode const& node, Element const& own, Step step, ActorOfLane const& actor_of, Notes& notes)
      : node_(node), own_(own), actor_of_(actor_of), notes_(notes), parts_{std::move(step), {}} {}

  StepParts read() {
    auto& step = parts_.step;
    read_kind();
    step.time_written = own_.get("waktu");
    if (step.time_written.empty()) step.time_written = as_needed;
    step.remark = own_.get("ket");
    step.paper = own_.get("naskah");
    if (own_.get("tanpa_pelaksana") == "ya") step.performers.clear();
    notes_.lost_attributes(own_, {"jenis", "waktu", "ket", "naskah", "tanpa_pelaksana"}, node_.id);
    for (auto const& child : own_.children) read_child(child);
    note_documentation();
    return std::move(parts_);
  }

 private:
  void read_kind() {
    if (auto const kind = kind_of(own_.get("jenis"))) {
      parts_.step.kind = *kind;
      return;
    }
    std::string const word{own_.get("jenis")};
    notes_.add(NoteKind::assumed, own_, node_.id,
               {"Jenis \"" + word + "\" tidak dikenal; ditulis `tugas`.",
                "The kind \"" + word + "\" is not known; written as `tugas`."});
  }

  void read_child(Element const& child) {
    auto& step = parts_.step;
    auto const is = [&](char const* name) { return child.is(himpun_space, name); };
    if (is("pelaksana")) return add_performer(child);
    if (is("bersama")) return set_gathers_from(child);
    if (is("kelengkapan")) {
      step.inputs.push_back({std::string{child.get("nama")}, std::string{child.get("dari")}});
    } else if (is("output")) {
      step.outputs.emplace_back(child.get("isi"));
    } else if (is("disimpulkan")) {
      step.inferred.emplace_back(child.get("isi"));
    } else if (is("menunggu")) {
      parts_.waits_for_task = child.get("langkah");
    } else {
      notes_.lost_element(child, node_.id);
    }
  }
  std::optional<procedure::ActorId> actor(Element const& child) {
    auto found = actor_of_(child.get("lajur"));
    if (!found) {
      std::string const lane{child.get("lajur")};
      notes_.lost(child, node_.id,
                  {"Pelaksana di lajur `" + lane + "` tidak dibawa: lajur itu tidak ada.",
                   "The performer in the lane `" + lane + "` is not carried over: there is no such lane."});
    }
    return found;
  }
  void add_performer(Element const& child) {
    auto const found = actor(child);
    auto& performers = parts_.step.performers;
    if (found && std::ranges::find(performers, *found) == performers.end()) performers.push_back(*found);
  }
  void set_gathers_from(Element const& child) { parts_.step.gathers_from = actor(child); }

  /// What people read elsewhere is made from the row; a text of somebody else's has no place.
  void note_documentation() {
    auto const text = documentation_in(*node_.element);
    if (text.empty() || text == trim(documentation_of(parts_.step))) return;
    notes_.lost(*node_.element, node_.id,
                {"Dokumentasi tugas ini tidak dibawa: waktu, kelengkapan, output dan keterangan diambil dari "
                 "`himpun:langkah`.",
                 "This task's documentation is not carried over: time, requisites, output and remark are taken from "
                 "`himpun:langkah`."});
  }

  SourceNode const& node_;
  Element const& own_;
  ActorOfLane const& actor_of_;
  Notes& notes_;
  StepParts parts_;
};

}  // namespace

StepParts read_own_task(SourceNode const& node, Element const& own, Step step, ActorOfLane const& actor_of,
                        Notes& notes) {
  note_task_parts(node, &own, notes);
  step.activity = node.element->get("name");
  if (trim(step.activity).empty()) step.activity = "Langkah tanpa nama";
  return OwnTask{node, own, std::move(step), actor_of, notes}.read();
}

StepParts read_foreign_task(SourceNode const& node, Step step, bool has_choice, Notes& notes) {
  note_task_parts(node, nullptr, notes);
  step.activity = one_line(node.element->get("name"));
  if (step.activity.empty()) step.activity = "Langkah tanpa nama";
  step.remark = documentation_in(*node.element);
  step.kind = has_choice ? StepKind::review : StepKind::task;
  step.time_written = as_needed;
  step.inferred = {"jenis", "waktu"};
  std::string const word{procedure::word_of(step.kind)};
  notes.add(NoteKind::assumed, *node.element, node.id,
            {"Jenis dan waktu tidak ada di berkas; ditulis `" + word + "` dan `" + as_needed + "`.",
             "Kind and time are not in the file; written as `" + word + "` and `" + as_needed + "`."});
  return {std::move(step), {}};
}

StepParts read_gateway(SourceNode const& node, Step step) {
  bool const decides = node.kind == SourceKind::exclusive;
  step.activity = one_line(node.element->get("name"));
  if (step.activity.empty()) step.activity = decides ? "Menentukan hasil" : "Memulai pekerjaan sejajar";
  step.kind = decides ? StepKind::review : StepKind::task;
  step.time_written = as_needed;
  step.inferred = {"aktivitas", "jenis", "waktu"};
  return {std::move(step), {}};
}

}  // namespace himpun::document::bpmn
