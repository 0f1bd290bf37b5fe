#include "app/figures/decision_desk.h"

namespace himpun::app {
namespace {

using performance::DecisionEvents;

struct Deciding {
  Desk& desk;
  Books::Decisions before;
  Books::Catalogue catalogue;

  Deciding(Desk& at, std::int32_t year)
      : desk(at), before(at.books.decisions(at.reader, year)), catalogue(at.books.catalogue(at.reader)) {}

  [[nodiscard]] performance::DecisionOccasion occasion() const {
    return {desk.today(), desk.caller, desk.agency(), catalogue->state};
  }
};

std::string position_in(performance::DecisionEvent const& event) {
  return std::visit([](auto const& each) { return each.by.position.value; }, event);
}

Result<Json> record(Deciding const& deciding, std::int32_t year, performance::DecisionId const& id,
                    DecisionEvents const& events) {
  if (!events.empty()) {
    auto const end = deciding.desk.record(decisions_stream(year), deciding.before->head, events,
                                          position_in(events.front()));
    if (!end) return std::unexpected(end.error());
  }
  return Json{}.add("decision", id.value).add("year", year);
}

}  // namespace

Result<Json> note_decision(Desk& desk, performance::NoteDecision command) {
  command.decision = performance::DecisionId{desk.world.make_id()};
  Deciding const deciding{desk, command.year};
  auto const events = performance::decide(deciding.before->state, command, deciding.occasion());
  if (!events) return std::unexpected(events.error());
  desk.transaction.announce(command.to.value);
  return record(deciding, command.year, command.decision, *events);
}

Result<Json> settle_decision(Desk& desk, std::int32_t year, performance::SettleDecision const& command) {
  Deciding const deciding{desk, year};
  auto const events = performance::decide(deciding.before->state, command, deciding.occasion());
  if (!events) return std::unexpected(events.error());
  return record(deciding, year, command.decision, *events);
}

}  // namespace himpun::app
