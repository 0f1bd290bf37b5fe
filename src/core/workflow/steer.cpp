#include <algorithm>

#include "base/ensure.h"
#include "base/text.h"
#include "core/workflow/acts.h"
#include "core/workflow/move.h"

namespace himpun::workflow {
namespace {

using procedure::Step;
using procedure::StepKind;

Result<By> as_holder(std::vector<HolderId> const& holders, Occasion const& occasion) {
  if (occasion.caller.person) {
    for (auto const& holder : holders) {
      if (auto post = access::post_for(occasion.agency, *occasion.caller.person, holder, occasion.today())) {
        return By{*occasion.caller.person, post->position, post->standing};
      }
    }
  }
  return refuse(case_not_yours);
}

std::vector<HolderId> all_holders(Case const& file) {
  std::vector<HolderId> holders;
  for (auto const& assignment : file.assignments) {
    holders.insert(holders.end(), assignment.holders.begin(), assignment.holders.end());
  }
  return holders;
}

/// Open runs that were handed over by `step`'s last run.
std::vector<StepRun> successors_of(Case const& file, StepId const& step) {
  std::vector<StepRun> runs;
  std::ranges::copy_if(file.runs, std::back_inserter(runs),
                       [&](StepRun const& run) { return run.is_open() && run.from == step; });
  return runs;
}

bool is_untouched(Case const& file, StepRun const& run) {
  return std::ranges::none_of(file.tasks, [&](Task const& task) {
    bool const belongs = task.step == run.step && task.run == run.run;
    return belongs && (task.read_at || task.revision > 1);
  });
}

struct Steer {
  Case const& file;
  Occasion const& occasion;

  Result<Decision> operator()(SuspendCase const& command) const {
    auto const by = who_steers(file, occasion);
    if (!by) return std::unexpected(by.error());
    if (auto ok = require_open(); !ok) return std::unexpected(ok.error());
    if (file.state == CaseState::suspended) return nothing();
    if (auto ok = require_reason(command.reason); !ok) return std::unexpected(ok.error());
    return one(CaseSuspended{command.reason, *by}, by->position);
  }

  Result<Decision> operator()(ResumeCase const&) const {
    auto const by = who_steers(file, occasion);
    if (!by) return std::unexpected(by.error());
    if (auto ok = require_open(); !ok) return std::unexpected(ok.error());
    if (file.state != CaseState::suspended) return refuse(case_not_suspended);
    Progress progress{file, occasion};
    progress.happen(CaseResumed{*by});
    move_deadlines(progress, DeadlineCause::case_resumed);
    return progress.decided(by->position);
  }

  Result<Decision> operator()(CancelCase const& command) const {
    auto const by = who_steers(file, occasion);
    if (!by) return std::unexpected(by.error());
    if (auto ok = require_open(); !ok) return std::unexpected(ok.error());
    if (auto ok = require_reason(command.reason); !ok) return std::unexpected(ok.error());
    return one(CaseCancelled{command.reason, *by}, by->position);
  }

  Result<Decision> operator()(WithdrawDisposition const& command) const {
    if (file.dispositions.empty() || file.dispositions.back().withdrawn_at) return refuse(disposition_none);
    auto const& given = file.dispositions.back();
    auto const by = as_holder({access::holder(given.by.position)}, occasion);
    if (!by) return std::unexpected(by.error());
    if (file.state != CaseState::running) return refuse(case_closed);
    auto const* step = procedure::find_step(occasion.procedure, find_task(file, given.task)->step);
    ensure(step != nullptr, "a disposition was given in a step of the procedure");
    auto const successors = successors_of(file, step->id);
    if (successors.empty()) return refuse(disposition_none);
    for (auto const& run : successors) {
      if (!is_untouched(file, run)) {
        return refuse(disposition_read, {"Disposisi hanya dapat ditarik selama belum dibaca penerimanya.",
                                         "A disposition can be withdrawn only while nobody has read it."});
      }
    }
    if (auto ok = require_reason(command.reason); !ok) return std::unexpected(ok.error());

    Progress progress{file, occasion};
    progress.happen(DispositionWithdrawn{command.reason, *by});
    for (auto const& run : successors) {
      auto const* opened = procedure::find_step(occasion.procedure, run.step);
      progress.close_run(*opened, {.ending = Ending::withdrawn, .reason = command.reason}, *by);
    }
    progress.open_step(*step, nullptr, by->position);
    return progress.decided(by->position);
  }

  Result<Decision> operator()(RecordCorrection const& command) const {
    auto const by = as_holder(all_holders(file), occasion);
    if (!by) return std::unexpected(by.error());
    if (command.event < 1) return refuse(event_unknown);
    if (auto ok = require_reason(command.text); !ok) return std::unexpected(ok.error());
    return one(CorrectionRecorded{command.event, command.text, *by}, by->position);
  }

  Result<Decision> operator()(RenewPaper const& command) const {
    auto const* latest = latest_version(file, command.paper);
    if (!latest || file.state != CaseState::running) return nothing();
    auto const hash = content_hash(command.content);
    if (hash == latest->sha256) return nothing();
    auto const number = latest->number + 1;
    Progress progress{file, occasion};
    progress.happen(PaperRenewed{command.paper, number, command.content, hash, command.by});
    progress.void_marks(command.paper, "Angka berubah; naskah diperbarui menjadi versi " + std::to_string(number));
    return progress.decided(command.by.position);
  }

  Result<Decision> operator()(RecomputeDeadlines const&) const {
    Progress progress{file, occasion};
    // A case that stands still gets its new dates when it is resumed.
    if (file.state == CaseState::running) move_deadlines(progress, DeadlineCause::calendar_changed);
    return progress.decided();
  }

 private:
  [[nodiscard]] Result<void> require_open() const {
    if (file.state == CaseState::running || file.state == CaseState::suspended) return {};
    return refuse(case_closed);
  }

  [[nodiscard]] Result<Decision> one(Event event, PositionId position) const {
    Progress progress{file, occasion};
    progress.happen(std::move(event));
    return progress.decided(std::move(position));
  }

  [[nodiscard]] Result<Decision> nothing() const { return Progress{file, occasion}.decided(); }

  void move_deadlines(Progress& progress, DeadlineCause cause) const {
    DeadlinesMoved moved{cause, {}};
    for (auto const& run : progress.file().runs) {
      if (!run.is_open()) continue;
      auto const* step = procedure::find_step(occasion.procedure, run.step);
      ensure(step != nullptr, "an open step is in the procedure's version");
      auto const deadline = deadline_of(progress.file(), *step, run, occasion.calendar);
      if (deadline.due_at != run.due_at || deadline.at_risk_at != run.at_risk_at) moved.deadlines.push_back(deadline);
    }
    if (!moved.deadlines.empty()) progress.happen(std::move(moved));
  }
};

}  // namespace

// ASSUMPTION: the SOP names nobody who may stop a case; whoever starts it or signs its paper may.
Result<By> who_steers(Case const& file, Occasion const& occasion) {
  std::vector<HolderId> holders;
  for (auto const& step : occasion.procedure.steps) {
    if (!step.is_start && step.kind != StepKind::signature) continue;
    for (auto const& actor : step.performers) {
      auto const more = holders_of(file, actor);
      holders.insert(holders.end(), more.begin(), more.end());
    }
  }
  return as_holder(holders, occasion);
}

Result<By> who_takes_part(Case const& file, Occasion const& occasion) { return as_holder(all_holders(file), occasion); }

Result<Decision> decide(Case const& file, CaseCommand const& command, Occasion const& occasion) {
  if (!file.exists()) return refuse(case_unknown);
  return std::visit(Steer{file, occasion}, command);
}

}  // namespace himpun::workflow
