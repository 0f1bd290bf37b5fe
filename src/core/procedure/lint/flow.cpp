#include <algorithm>
#include <set>

#include "base/text.h"
#include "core/procedure/lint/rules.h"
#include "core/procedure/proof/net.h"

namespace himpun::procedure {
namespace {

void lint_decision(Step const& step, std::size_t row, Findings& out) {
  if (step.kind != StepKind::review) return;
  std::size_t const exits = step.returns.size() + (step.outcomes.empty() ? 1 : step.outcomes.size());
  auto const field = step_field(row, step.outcomes.empty() ? "jenis" : "lanjut");
  if (exits < 2) {
    out.push_back({"decision.one_exit",
                   Severity::warning,
                   "Keputusan ini hanya punya satu jalan keluar. Sebutkan sedikitnya dua hasil di `lanjut`, misalnya "
                   "\"perlu perbaikan\" dan \"sudah baik\".",
                   "This decision has one exit only. Name at least two outcomes in `lanjut`.",
                   step.id,
                   field,
                   {}});
    return;
  }
  std::set<StepId> targets;
  for (auto const& outcome : step.outcomes) targets.insert(outcome.target);
  if (step.outcomes.size() < 2 || targets.size() > 1) return;
  out.push_back({"decision.same_target",
                 Severity::warning,
                 "Semua hasil keputusan ini menuju langkah yang sama; apa yang diputuskan?",
                 "All outcomes of this decision lead to the same step; what is decided?",
                 step.id,
                 field,
                 {}});
}

/// Can the wiring lead from a step back to itself?
bool is_in_loop(Net const& net, std::size_t step) {
  std::vector<bool> seen(net.places(), false);
  std::vector<std::size_t> todo{step};
  while (!todo.empty()) {
    auto const place = todo.back();
    todo.pop_back();
    for (auto const& way : net.transitions) {
      if (std::ranges::find(way.takes, place) == way.takes.end()) continue;
      for (auto const given : way.gives) {
        if (given == step) return true;
        if (!seen[given]) todo.push_back(given);
        seen[given] = true;
      }
    }
  }
  return false;
}

void lint_reach(Procedure const& procedure, Findings& out) {
  auto const net = make_net(procedure);
  auto const reached = reachable_places(net);
  auto const exits = places_with_exit(net);
  for (std::size_t row = 0; row < net.steps; ++row) {
    auto const& id = procedure.steps[row].id;
    auto const field = std::string{"/langkah"} / row;
    if (!reached[row]) {
      out.push_back({"flow.unreachable",
                     Severity::error,
                     "Tidak ada jalan dari awal ke langkah ini.",
                     "No way leads from the start to this step.",
                     id,
                     field,
                     {}});
    } else if (!exits[row] && is_in_loop(net, row)) {
      out.push_back({"flow.endless_loop",
                     Severity::error,
                     "Langkah ini berada dalam putaran tanpa jalan keluar.",
                     "This step is in a loop without a way out.",
                     id,
                     field,
                     {}});
    } else if (!exits[row]) {
      out.push_back({"flow.no_end",
                     Severity::error,
                     "Dari langkah ini akhir prosedur tidak dapat dicapai.",
                     "From this step the end can never be reached.",
                     id,
                     field,
                     {}});
    }
  }
}

void lint_columns(Procedure const& procedure, Findings& out) {
  for (auto const& actor : procedure.actors) {
    auto const works = [&](Step const& step) {
      return step.gathers_from == actor.id || std::ranges::find(step.performers, actor.id) != step.performers.end();
    };
    if (std::ranges::any_of(procedure.steps, works)) continue;
    out.push_back({"actor.unused",
                   Severity::warning,
                   "Kolom \"" + actor.name + "\" tidak dipakai satu langkah pun.",
                   "No step uses the column \"" + actor.name + "\".",
                   {},
                   std::string{"/pelaksana"} / actor.id.value,
                   {}});
  }
}

void lint_inferred(Procedure const& procedure, Findings& out) {
  std::vector<std::string> rows;
  for (std::size_t row = 0; row < procedure.steps.size(); ++row) {
    if (!procedure.steps[row].inferred.empty()) rows.push_back(std::to_string(row + 1));
  }
  if (rows.empty()) return;
  auto const list = join(rows, ", ");
  out.push_back(
      {"flow.inferred",
       Severity::information,
       "Sebagian isi baris " + list + " disimpulkan, tidak tertulis di lembar resmi. Periksa sebelum memakainya.",
       "Parts of rows " + list + " are inferred, not stated by the official sheet. Check them before use.",
       {},
       "/langkah",
       {}});
}

}  // namespace

void lint_flow(Procedure const& procedure, Findings& out) {
  lint_columns(procedure, out);
  for (std::size_t row = 0; row < procedure.steps.size(); ++row) lint_decision(procedure.steps[row], row, out);
  lint_reach(procedure, out);
  lint_inferred(procedure, out);
}

}  // namespace himpun::procedure
