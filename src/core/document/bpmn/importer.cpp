#include "core/document/bpmn/importer.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "core/document/bpmn/chart.h"
#include "core/document/bpmn/reading/names.h"
#include "core/document/bpmn/reading/row_order.h"
#include "core/document/bpmn/reading/step_parts.h"
#include "core/document/bpmn/reading/trace.h"
#include "core/document/bpmn/reading/unused_names.h"
#include "core/procedure/reader.h"
#include "core/procedure/writer.h"

namespace himpun::document::bpmn {
namespace {

using procedure::ActorId;
using procedure::Procedure;
using procedure::Step;
using procedure::StepId;
using procedure::StepKind;

constexpr char const* not_said = "-";

class Importer {
 public:
  Importer(Source const& source, Trace trace, Notes& notes)
      : source_(source), trace_(std::move(trace)), notes_(notes), order_(order_rows(source, trace_)) {}

  Procedure run() {
    read_head();
    if (source_.identity) read_identity(*source_.identity);
    read_actors();
    read_steps();
    for (std::size_t row = 0; row < order_.size(); ++row) link(row);
    return std::move(procedure_);
  }

 private:
  // --- the sheet ------------------------------------------------------------------------------------------------

  void read_head() {
    auto& p = procedure_;
    p.name = source_.identity ? source_.name : one_line(source_.name);
    if (trim(p.name).empty()) p.name = "Prosedur tanpa nama";
    auto id = own_id(source_.process->get("id"), process_prefix);
    p.id = procedure::ProcedureId{id.empty() ? make_slug(p.name, "prosedur") : std::move(id)};
    p.number = source_.identity ? source_.identity->get("nomor") : std::string_view{};
    p.unit = source_.identity ? source_.identity->get("unit") : std::string_view{};
    if (!p.number.empty() && !p.unit.empty()) return;
    if (p.number.empty()) p.number = not_said;
    if (p.unit.empty()) p.unit = not_said;
    notes_.add(NoteKind::assumed, *source_.process, source_.process->get("id"),
               {"Nomor atau unit SOP tidak ada di berkas; ditulis \"-\".",
                "The procedure's number or unit is not in the file; written as \"-\"."});
  }

  void read_identity(Element const& own) {
    procedure_.flow_title = own.get("judul_alur");
    procedure_.classification = own.get("klasifikasi");
    notes_.lost_attributes(own, {"nomor", "unit", "judul_alur", "klasifikasi"}, source_.process->get("id"));
    for (auto const& child : own.children) read_identity_part(child);
  }
  void read_identity_part(Element const& child) {
    auto& p = procedure_;
    std::map<std::string_view, std::vector<std::string>*> const boxes{
        {"dasar_hukum", &p.legal_basis}, {"kualifikasi_pelaksana", &p.qualifications},
        {"keterkaitan", &p.related},     {"peralatan", &p.equipment},
        {"peringatan", &p.warnings},     {"pencatatan", &p.recording}};
    auto const text = [&](char const* name) { return std::string{child.get(name)}; };
    if (child.space != himpun_space) return notes_.lost_element(child, source_.process->get("id"));
    if (auto const box = boxes.find(child.name); box != boxes.end()) {
      box->second->push_back(text("isi"));
    } else if (child.name == "tanggal") {
      p.dates = {text("pembuatan"), text("revisi"), text("pengesahan"), text("efektif")};
    } else if (child.name == "disahkan_oleh") {
      p.approved_by = {text("jabatan"), text("nama"), text("pangkat"), text("nip")};
    } else if (child.name == "naskah") {
      p.papers.push_back({text("kunci"), text("nama")});
    } else {
      notes_.lost_element(child, source_.process->get("id"));
    }
  }

  // --- performers -----------------------------------------------------------------------------------------------

  void read_actors() {
    UniqueNames names;
    for (auto const& lane : source_.lanes) {
      if (auto id = own_id(lane.id, lane_prefix); !id.empty()) names.reserve(std::move(id));
    }
    for (auto const& lane : source_.lanes) {
      auto id = own_id(lane.id, lane_prefix);
      auto name = id.empty() ? one_line(lane.name) : lane.name;
      if (trim(name).empty()) name = "Pelaksana tanpa nama";
      if (id.empty()) id = names.take(make_slug(name, "pelaksana"));
      procedure_.actors.push_back(
          {ActorId{std::move(id)}, std::move(name), lane.element->get(himpun_space, "jamak") == "ya"});
    }
    // A pool without lanes: its own name performs everything. A procedure of ours may really have nobody.
    if (source_.lanes.empty() && !source_.identity) {
      procedure_.actors.push_back({ActorId{"pelaksana"}, procedure_.name, false});
      notes_.add(NoteKind::assumed, *source_.process, source_.process->get("id"),
                 {"Tidak ada lajur; semua langkah diberi satu pelaksana.",
                  "There are no lanes; all steps get one performer."});
    }
  }
  [[nodiscard]] std::optional<ActorId> actor_of(std::string_view lane_id) const {
    for (std::size_t lane = 0; lane < source_.lanes.size(); ++lane) {
      if (source_.lanes[lane].id == lane_id) return procedure_.actors[lane].id;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::vector<ActorId> performers_of(SourceNode const& node) {
    if (procedure_.actors.empty()) return {};
    if (source_.lanes.empty()) return {procedure_.actors.front().id};
    if (node.lane != nowhere) return {procedure_.actors[node.lane].id};
    notes_.add(NoteKind::assumed, *node.element, node.id,
               {"Tugas ini tidak berada di lajur mana pun; diberi pelaksana pertama.",
                "This task is in no lane; it gets the first performer."});
    return {procedure_.actors.front().id};
  }

  // --- rows -----------------------------------------------------------------------------------------------------

  [[nodiscard]] SourceNode const& node_of(std::size_t row) const {
    return source_.nodes[trace_.steps[order_[row]].node];
  }

  void read_steps() {
    UniqueNames names;
    names.reserve(std::string{procedure::end_word});
    for (std::size_t row = 0; row < order_.size(); ++row) {
      if (auto id = own_id(node_of(row).id, step_prefix); !id.empty()) names.reserve(std::move(id));
    }
    rows_.resize(order_.size());
    for (std::size_t row = 0; row < order_.size(); ++row) {
      rows_[order_[row]] = row;
      read_step(row, names);
    }
    procedure_.steps.front().is_start = true;
  }

  void read_step(std::size_t row, UniqueNames& names) {
    auto const& node = node_of(row);
    auto const& traced = trace_.steps[order_[row]];
    Step step;
    step.performers = performers_of(node);
    step.is_start = traced.is_start;
    auto const* own = node.kind == SourceKind::task ? own_part(*node.element, "langkah") : nullptr;
    bool const has_choice = std::ranges::any_of(traced.ways, [](Way const& way) { return way.role == "hasil"; });
    StepParts parts;
    if (node.kind != SourceKind::task) {
      parts = read_gateway(node, std::move(step));
    } else if (own) {
      parts = read_own_task(
          node, *own, std::move(step), [this](auto lane) { return actor_of(lane); }, notes_);
    } else {
      parts = read_foreign_task(node, std::move(step), has_choice, notes_);
    }
    auto id = own_id(node.id, step_prefix);
    if (id.empty() || id == procedure::end_word) id = names.take(make_slug(parts.step.activity, "langkah"));
    parts.step.id = StepId{std::move(id)};
    procedure_.steps.push_back(std::move(parts.step));
    waits_for_task_.push_back(std::move(parts.waits_for_task));
  }

  // --- what follows ---------------------------------------------------------------------------------------------

  [[nodiscard]] StepId const& id_of(std::size_t traced) const { return procedure_.steps[rows_[traced]].id; }

  void link(std::size_t row) {
    auto& step = procedure_.steps[row];
    auto const& traced = trace_.steps[order_[row]];
    UniqueNames labels;
    for (auto const& way : traced.ways) {
      if (way.role == "hasil") {
        add_outcome(row, way, labels);
      } else if (way.role == "kembali") {
        add_return(row, way);
      } else {
        add_next(row, way);
      }
    }
    for (auto const source : traced.waits_for) step.waits_for.push_back(id_of(source));
    add_single_wait(row);
  }

  void add_outcome(std::size_t row, Way const& way, UniqueNames& labels) {
    auto& step = procedure_.steps[row];
    if (step.kind != StepKind::review) {
      std::string const kind{procedure::word_of(step.kind)};
      return notes_.lost(*way.flow->element, way.flow->id,
                         {"Pilihan ini tidak dibawa: langkah berjenis `" + kind + "` tidak punya pilihan hasil.",
                          "This choice is not carried over: a step of the kind `" + kind + "` has no outcomes."});
    }
    if (way.targets.size() > 1) note_several_targets(way);
    auto const label = labels.take(label_of(way), " ");
    step.outcomes.push_back({label, way.targets.empty() ? StepId{} : id_of(way.targets.front())});
  }
  void note_several_targets(Way const& way) {
    notes_.lost(*way.flow->element, way.flow->id,
                {"Pilihan ini membuka lebih dari satu langkah; hanya yang pertama dibawa.",
                 "This choice opens more than one step; only the first is carried over."});
  }
  std::string label_of(Way const& way) {
    auto const& flow = *way.flow;
    bool const is_own = !flow.role.empty();
    if (is_own) return flow.name;
    auto label = one_line(flow.name);
    if (!label.empty()) {
      if (!flow.condition.empty() && flow.condition != label) note_condition(flow);
      return label;
    }
    label = flow.condition.empty() ? (flow.is_default ? "selain itu" : "pilihan") : one_line(flow.condition);
    notes_.add(NoteKind::assumed, *flow.element, flow.id,
               {"Alur ini tidak bernama; hasilnya disebut \"" + label + "\".",
                "This flow has no name; its outcome is called \"" + label + "\"."});
    return label;
  }
  void note_condition(SourceFlow const& flow) {
    notes_.lost(*flow.element, flow.id,
                {"Syarat \"" + flow.condition + "\" tidak dibawa: orang yang memilih hasilnya.",
                 "The condition \"" + flow.condition + "\" is not carried over: a person chooses the outcome."});
  }

  void add_return(std::size_t row, Way const& way) {
    auto& step = procedure_.steps[row];
    for (auto const target : way.targets) {
      auto const& id = id_of(target);
      bool const goes_back = rows_[target] < row;
      if (goes_back && std::ranges::find(step.returns, id) == step.returns.end()) {
        step.returns.push_back(id);
      } else {
        notes_.lost(
            *way.flow->element, way.flow->id,
            {"Pengembalian ke `" + id.value + "` tidak dibawa: hanya ke langkah sebelumnya, masing-masing sekali.",
             "The return to `" + id.value + "` is not carried over: only to an earlier step, each once."});
      }
    }
  }

  void add_next(std::size_t row, Way const& way) {
    auto& step = procedure_.steps[row];
    if (!step.outcomes.empty() && way.flow) {
      return notes_.lost(*way.flow->element, way.flow->id,
                         {"Alur ini tidak dibawa: langkah ini punya pilihan hasil.",
                          "This flow is not carried over: the step has outcomes."});
    }
    for (auto const target : way.targets) {
      if (std::ranges::find(step.next, id_of(target)) == step.next.end()) step.next.push_back(id_of(target));
    }
  }

  /// Waiting for one task only has no gateway; it counts as long as that task still hands over to this one.
  void add_single_wait(std::size_t row) {
    auto& step = procedure_.steps[row];
    auto const& wanted = waits_for_task_[row];
    if (wanted.empty() || !step.waits_for.empty()) return;
    for (std::size_t other = 0; other < order_.size(); ++other) {
      if (node_of(other).id == wanted && hands_over(order_[other], order_[row])) {
        step.waits_for.push_back(procedure_.steps[other].id);
        return;
      }
    }
    notes_.lost(*node_of(row).element, node_of(row).id,
                {"Menunggu `" + wanted + "` tidak dibawa: tugas itu tidak menyerahkan ke sini.",
                 "Waiting for `" + wanted + "` is not carried over: that task does not hand over to this one."});
  }
  [[nodiscard]] bool hands_over(std::size_t from, std::size_t to) const {
    return std::ranges::any_of(trace_.steps[from].ways, [&](Way const& way) {
      return way.role != "kembali" && std::ranges::find(way.targets, to) != way.targets.end();
    });
  }

  Source const& source_;
  Trace trace_;
  Notes& notes_;
  std::vector<std::size_t> order_;  ///< traced steps in the order of rows
  std::vector<std::size_t> rows_;   ///< the row of each traced step
  std::vector<std::string> waits_for_task_;
  Procedure procedure_;
};

}  // namespace

Result<Imported> import_bpmn_file(std::string_view text, std::string const& file) {
  auto const root = read_xml(text, file);
  if (!root) return std::unexpected(root.error());
  return import_bpmn(*root, file);
}

Result<Imported> import_bpmn(Element const& root, std::string const& file) {
  Notes notes;
  auto const source = read_source(root, file, notes);
  if (!source) return std::unexpected(source.error());
  if (source->lanes.size() > procedure::max_actors) {
    auto const most = std::to_string(procedure::max_actors);
    return refuse_at(bpmn_too_many, *source->process, file,
                     {"Paling banyak " + most + " lajur.", "At most " + most + " lanes."});
  }
  auto traced = trace(*source, notes);
  if (!traced) {
    auto const most = std::to_string(procedure::max_steps);
    return refuse_at(bpmn_too_many, *source->process, file,
                     {"Paling banyak " + most + " langkah, dengan gerbang yang dapat ditelusuri.",
                      "At most " + most + " steps, with gateways that can be followed."});
  }
  note_unused_names(*source, *traced, notes);
  Imported imported;
  imported.procedure = Importer{*source, std::move(*traced), notes}.run();
  imported.text = procedure::write_procedure(imported.procedure);
  if (auto const read = procedure::read_procedure(imported.text, file)) imported.procedure = read->procedure;
  imported.notes = notes.take();
  return imported;
}

}  // namespace himpun::document::bpmn
