#include <algorithm>

#include "core/workflow/acts.h"

namespace himpun::workflow {
namespace {

bool has_written(Paper const& paper, PersonId const& person) {
  return std::ranges::any_of(paper.versions, [&](PaperVersion const& each) { return each.by.person == person; });
}

bool has_initialled(Paper const& paper, PersonId const& person) {
  return std::ranges::any_of(paper.latest().marks, [&](Mark const& mark) {
    return mark.kind == MarkKind::initials && mark.by.person == person && !mark.voided_at;
  });
}

/// Maker, checker and signer are different people, whatever posts they hold (docs/reference/rules.md). An agency may
/// relax this by a recorded setting.
Acted require_separate_duties(Act const& context, Paper const& paper, MarkKind kind) {
  if (context.occasion().agency.duty_separation == access::DutySeparation::relaxed) return {};
  if (has_written(paper, context.by.person)) {
    return refuse(duties_mixed,
                  {"Anda ikut menyusun naskah ini, jadi tidak dapat memaraf atau menandatanganinya. Minta "
                   "pejabat lain (Plt./Plh.) melakukannya.",
                   "You helped to write this paper, so you cannot initial or sign it. Ask another "
                   "(acting) official to do it."});
  }
  if (kind == MarkKind::signature && has_initialled(paper, context.by.person)) {
    return refuse(duties_mixed, {"Anda sudah memaraf naskah ini, jadi tidak dapat menandatanganinya.",
                                 "You have initialled this paper, so you cannot sign it."});
  }
  return {};
}

/// Every official below the signer who checked the paper initials it: initials that an edit voided are given anew
/// before the signature.
Acted require_valid_initials(Paper const& paper) {
  for (auto const& version : paper.versions) {
    for (auto const& mark : version.marks) {
      bool const renewed = std::ranges::any_of(
          paper.latest().marks, [&](Mark const& other) { return other.step == mark.step && !other.voided_at; });
      if (mark.kind == MarkKind::initials && mark.voided_at && !renewed) {
        return refuse(initials_void,
                      {"Naskah berubah setelah diparaf. Kembalikan agar diparaf lagi sebelum ditandatangani.",
                       "The paper changed after it was initialled. Return it to be initialled again first."});
      }
    }
  }
  return {};
}

}  // namespace

Acted act(Act& context, MarkPaper const& command) {
  auto const action = context.task.action;
  if (action != Action::initial && action != Action::sign) return refuse(task_other_action);
  auto const kind = action == Action::initial ? MarkKind::initials : MarkKind::signature;
  if (command.kind && *command.kind != kind) return refuse(task_other_action);
  auto const* paper = paper_of(context.file(), context.step);
  if (!paper) return refuse(paper_missing);
  auto const latest = paper->latest();
  if (latest.sha256 != command.sha256) {
    return refuse(paper_changed, {"Bukalah versi " + std::to_string(latest.number) + " dan periksa lagi.",
                                  "Open version " + std::to_string(latest.number) + " and check again."});
  }
  if (auto ok = require_inputs(context); !ok) return ok;
  if (auto ok = require_separate_duties(context, *paper, kind); !ok) return ok;
  if (kind == MarkKind::signature) {
    if (auto ok = require_valid_initials(*paper); !ok) return ok;
  }
  if (context.occasion().identity != Identity::proven) return refuse(password_needed);
  bool const is_last = open_siblings(context, action).size() == 1;
  context.progress.happen(PaperMarked{context.task.id, kind, paper->key, latest.number, latest.sha256, context.by});
  if (is_last) context.progress.complete_step(context.step, {}, context.by);
  return {};
}

}  // namespace himpun::workflow
