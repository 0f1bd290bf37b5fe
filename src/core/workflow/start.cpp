#include <algorithm>

#include "base/text.h"
#include "core/workflow/progress.h"

namespace himpun::workflow {
namespace {

using procedure::Procedure;
using procedure::Step;

Result<void> require_period(Period const& period) {
  auto const most = [&] {
    switch (period.kind) {
      case PeriodKind::month:
        return 12;
      case PeriodKind::quarter:
        return 4;
      case PeriodKind::semester:
        return 2;
      case PeriodKind::year:
        return 1;
    }
    return 0;
  }();
  if (period.year >= 2000 && period.year <= 2100 && period.number >= 1 && period.number <= most) return {};
  return refuse(period_invalid,
                {"Tahun harus di antara 2000 dan 2100, dan nomor periode di antara 1 dan " + std::to_string(most) + ".",
                 "The year must be within 2000 and 2100, and the number within 1 and " + std::to_string(most) + "."});
}

Result<void> require_origin(Origin const& origin) {
  std::vector<FieldError> errors;
  auto const require = [&](bool given, char const* pointer) {
    if (!given) errors.push_back({pointer, {"wajib diisi", "is required"}});
  };
  require(!trim(origin.subject).empty(), "/origin/subject");
  if (origin.kind == OriginKind::letter) {
    require(!trim(origin.from).empty(), "/origin/from");
    require(!trim(origin.number).empty(), "/origin/number");
    require(origin.date.has_value(), "/origin/date");
  }
  if (errors.empty()) return {};
  return std::unexpected(Problem{
      .type = &origin_incomplete,
      .detail = {"Lengkapi keterangan surat atau arahan.", "Complete what is known of the letter or the instruction."},
      .fields = std::move(errors)});
}

/// Every performer column that a step uses has somebody; a column for one has exactly one.
Result<void> require_assignments(Procedure const& procedure, std::vector<Assignment> const& assignments,
                                 access::Agency const& agency) {
  for (auto const& actor : procedure.actors) {
    auto const found = std::ranges::find(assignments, actor.id, &Assignment::actor);
    bool const fits =
        found != assignments.end() && !found->holders.empty() && (actor.plural || found->holders.size() == 1) &&
        std::ranges::all_of(found->holders, [&](auto const& id) { return access::is_open_holder(agency, id); });
    if (!fits) {
      return refuse(actor_unassigned, {"Tetapkan jabatan atau unit untuk pelaksana \"" + actor.name + "\".",
                                       "Assign a position or unit to the performer \"" + actor.name + "\"."});
    }
  }
  return {};
}

/// Every start gets a token when the case begins (core/procedure/proof/net.h): that is what was proven to end.
std::vector<Step> starts_of(Procedure const& procedure) {
  std::vector<Step> starts;
  std::ranges::copy_if(procedure.steps, std::back_inserter(starts), &Step::is_start);
  return starts;
}

Result<void> require_start(std::vector<Step> const& starts, std::optional<StepId> const& named) {
  bool const is_known = !named || std::ranges::find(starts, *named, &Step::id) != starts.end();
  if (!starts.empty() && is_known) return {};
  return refuse(start_unknown);
}

/// The first post of the caller that has a part in the procedure.
std::optional<access::Post> participating_post(std::vector<Assignment> const& assignments, Occasion const& occasion) {
  if (!occasion.caller.person) return std::nullopt;
  for (auto const& assignment : assignments) {
    for (auto const& holder : assignment.holders) {
      if (auto post = access::post_for(occasion.agency, *occasion.caller.person, holder, occasion.today())) return post;
    }
  }
  return std::nullopt;
}

}  // namespace

Result<Decision> decide(NewCase const& fresh, StartCase const& command, Occasion const& occasion) {
  // ASSUMPTION: the SOP does not say who registers a letter; whoever has a part in the procedure may start a case.
  auto const post = participating_post(fresh.assignments, occasion);
  if (!post) {
    return refuse(case_not_yours, {"Hanya pejabat yang berperan dalam prosedur ini yang dapat memulai berkas.",
                                   "Only an official with a part in this procedure can start a case."});
  }
  if (trim(command.title).empty()) return refuse(title_missing);
  if (auto ok = require_period(command.period); !ok) return std::unexpected(ok.error());
  if (auto ok = require_origin(command.origin); !ok) return std::unexpected(ok.error());
  auto const starts = starts_of(occasion.procedure);
  if (auto ok = require_start(starts, command.start); !ok) return std::unexpected(ok.error());
  if (auto ok = require_assignments(occasion.procedure, fresh.assignments, occasion.agency); !ok) {
    return std::unexpected(ok.error());
  }

  By const by{*occasion.caller.person, post->position, post->standing};
  Progress progress{Case{}, occasion};
  progress.happen(CaseStarted{fresh.id, fresh.number, command.title, occasion.procedure.id, fresh.procedure_version,
                              command.period, command.origin, fresh.assignments, by});
  for (auto const& start : starts) progress.open_step(start, nullptr, by.position);
  return progress.decided(by.position);
}

}  // namespace himpun::workflow
