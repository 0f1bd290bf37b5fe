#include "scenarios/cast.h"

#include "base/ensure.h"
#include "core/calendar/year_file.h"
#include "support/files.h"

namespace himpun::test {
namespace {

using namespace access;

constexpr Date office_opens{std::chrono::year{2024} / std::chrono::January / 2};
constexpr int units_of_a_plural_performer = 2;

void add_post(std::vector<Command>& commands, std::string const& position, std::string const& name,
              std::string const& unit, std::string const& person) {
  commands.push_back(RecordPosition{{PositionId{position}, name, UnitId{unit}, false}});
  for (auto& each : person_commands(person)) commands.push_back(std::move(each));
  commands.push_back(Appoint{{AppointmentId{"sk-" + person}, PersonId{person}, PositionId{position},
                              Standing::definitive, office_opens, std::nullopt, "SK uji 1/2024"}});
}

std::string unit_of(procedure::Actor const& actor, int number) { return actor.id.value + "-" + std::to_string(number); }

}  // namespace

std::vector<Command> person_commands(std::string const& name) {
  return {RecordPerson{{PersonId{name}, "Pejabat " + name, "", ""}},
          RecordAccount{{AccountId{name}, name, PersonId{name}, {}, false}}};
}

std::vector<Command> cast_commands(std::string const& agency, procedure::Procedure const& procedure) {
  std::vector<Command> commands{
      FoundAgency{agency, "Kantor uji", "Kabupaten uji"},
      RecordAccount{{AccountId{cast_administrator}, cast_administrator, std::nullopt, {Role::administrator}, false}},
      RecordUnit{{UnitId{"kantor"}, "Kantor uji", std::nullopt, false}}};
  for (auto const& actor : procedure.actors) {
    if (!actor.plural) {
      add_post(commands, actor.id.value, actor.name, "kantor", actor.id.value);
      continue;
    }
    for (int i = 1; i <= units_of_a_plural_performer; ++i) {
      auto const unit = unit_of(actor, i);
      commands.push_back(RecordUnit{{UnitId{unit}, actor.name + " " + std::to_string(i), UnitId{"kantor"}, false}});
      add_post(commands, "kepala-" + unit, "Kepala " + unit, unit, unit);
    }
  }
  return commands;
}

std::vector<procedure::PerformerAssignment> cast_assignments(procedure::Procedure const& procedure) {
  std::vector<procedure::PerformerAssignment> all;
  for (auto const& actor : procedure.actors) {
    procedure::PerformerAssignment assignment{actor.id, {}};
    if (actor.plural) {
      for (int i = 1; i <= units_of_a_plural_performer; ++i) assignment.holders.push_back(unit_of(actor, i));
    } else {
      assignment.holders.push_back(actor.id.value);
    }
    all.push_back(std::move(assignment));
  }
  return all;
}

void take_all(Agency& agency, std::vector<Command> const& commands) {
  for (auto const& command : commands) {
    auto const events = decide(agency, command, Caller{});
    ensure(events.has_value(), "a command of the cast is right");
    for (auto const& event : *events) evolve(agency, event);
  }
}

Agency make_cast(procedure::Procedure const& procedure) {
  Agency agency;
  take_all(agency, cast_commands("kantor-uji", procedure));
  return agency;
}

calendar::Calendar shipped_calendar() {
  calendar::Calendar calendar;
  for (auto const& path : list_source_files("data/calendars", ".json")) {
    auto const json = parse_json(read_source_file(path));
    ensure(json.has_value(), "a shipped calendar is JSON");
    auto const year = calendar::parse_year_file(*json);
    ensure(year.has_value(), "a shipped calendar is right");
    auto const events = calendar::import_year_file(calendar, *year);
    ensure(events.has_value(), "a shipped calendar fits");
    for (auto const& event : *events) calendar::evolve(calendar, event);
  }
  return calendar;
}

}  // namespace himpun::test
