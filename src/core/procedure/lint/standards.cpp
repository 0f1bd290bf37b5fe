#include <algorithm>

#include "core/procedure/lint/rules.h"
#include "core/procedure/paths.h"

namespace himpun::procedure {
namespace {

/// A step that is meant to change something but names the same thing before and after.
void lint_unchanged(Procedure const& procedure, Findings& out) {
  for (std::size_t row = 0; row < procedure.steps.size(); ++row) {
    auto const& step = procedure.steps[row];
    if (step.kind != StepKind::task && step.kind != StepKind::gathering) continue;
    for (std::size_t i = 0; i < step.outputs.size(); ++i) {
      auto const same = [&](Input const& input) { return plain(input.name) == plain(step.outputs[i]); };
      if (std::ranges::none_of(step.inputs, same)) continue;
      out.push_back({"standards.input_equals_output",
                     Severity::warning,
                     "Kelengkapan sama dengan output (\"" + step.outputs[i] + "\"): apa yang dihasilkan langkah ini?",
                     "The input equals the output (\"" + step.outputs[i] + "\"): what does this step produce?",
                     step.id,
                     step_field(row, "output") / i,
                     {}});
    }
  }
}

void lint_missing(Procedure const& procedure, Findings& out) {
  for (std::size_t row = 0; row < procedure.steps.size(); ++row) {
    auto const& step = procedure.steps[row];
    if (step.outputs.empty()) {
      out.push_back({"standards.no_output",
                     Severity::information,
                     "Langkah ini tidak menyebut output.",
                     "This step names no output.",
                     step.id,
                     step_field(row, "output"),
                     {}});
    }
    if (!step.time_limit) {
      out.push_back({"time.open",
                     Severity::information,
                     "Waktu \"" + step.time_written + "\": langkah ini tidak punya tenggat.",
                     "Time \"" + step.time_written + "\": this step has no due date.",
                     step.id,
                     step_field(row, "waktu"),
                     {}});
    }
  }
}

void report_total(Procedure const& procedure, Findings& out) {
  auto const paths = measure_paths(procedure);
  if (paths.longest.steps.empty()) return;
  auto const longest = spell(paths.longest.total);
  auto const shortest = spell(paths.shortest.total);
  bool const same = longest == shortest;
  out.push_back({"time.total",
                 Severity::information,
                 "Waktu seluruhnya " + longest.id + (same ? "." : "; paling singkat " + shortest.id + "."),
                 "Total time " + longest.en + (same ? "." : "; at the shortest " + shortest.en + "."),
                 {},
                 "/langkah",
                 {}});
}

}  // namespace

void lint_standards(Procedure const& procedure, Findings& out) {
  lint_unchanged(procedure, out);
  lint_missing(procedure, out);
  report_total(procedure, out);
}

}  // namespace himpun::procedure
