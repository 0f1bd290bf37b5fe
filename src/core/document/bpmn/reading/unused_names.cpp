#include "core/document/bpmn/reading/unused_names.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/document/bpmn/reading/names.h"

namespace himpun::document::bpmn {
namespace {

/// Names that this program writes itself.
constexpr std::array<std::string_view, 5> own_names{"Mulai", "Selesai", "Hasil?", "Diteruskan", "Dikembalikan"};

void note_name(Element const& element, std::string_view id, std::string_view name, Notes& notes) {
  auto const shown = one_line(name);
  if (shown.empty() || std::ranges::find(own_names, shown) != own_names.end()) return;
  notes.lost(element, id,
             {"Nama \"" + shown + "\" tidak dibawa: dalam prosedur unsur ini tidak bernama.",
              "The name \"" + shown + "\" is not carried over: in a procedure this element has no name."});
}

}  // namespace

void note_unused_names(Source const& source, Trace const& trace, Notes& notes) {
  std::set<std::size_t> steps;
  std::set<SourceFlow const*> outcomes;
  for (auto const& step : trace.steps) {
    steps.insert(step.node);
    for (auto const& way : step.ways) {
      if (way.role == "hasil") outcomes.insert(way.flow);
    }
  }
  for (std::size_t node = 0; node < source.nodes.size(); ++node) {
    auto const& each = source.nodes[node];
    if (!steps.contains(node)) note_name(*each.element, each.id, each.element->get("name"), notes);
  }
  for (auto const& flow : source.flows) {
    if (!outcomes.contains(&flow)) note_name(*flow.element, flow.id, flow.name, notes);
  }
}

}  // namespace himpun::document::bpmn
