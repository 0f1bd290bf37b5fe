#include "core/access/events.h"

namespace himpun::access {
namespace {

struct Evolve {
  Agency& agency;

  void operator()(AgencyFounded const& event) const {
    agency.id = event.id;
    agency.name = event.name;
    agency.region = event.region;
  }
  void operator()(AgencyRenamed const& event) const {
    agency.name = event.name;
    agency.region = event.region;
  }
  void operator()(UnitRecorded const& event) const { agency.units[event.unit.id] = event.unit; }
  void operator()(PositionRecorded const& event) const { agency.positions[event.position.id] = event.position; }
  void operator()(PersonRecorded const& event) const { agency.people[event.person.id] = event.person; }
  void operator()(Appointed const& event) const { agency.appointments[event.appointment.id] = event.appointment; }
  void operator()(AppointmentEnded const& event) const {
    agency.appointments.at(event.appointment).to = event.last_day;
  }
  void operator()(AccountRecorded const& event) const { agency.accounts[event.account.id] = event.account; }
  void operator()(PasswordSet const&) const {}
  void operator()(AccountLocked const&) const {}
  void operator()(DutySeparationSet const& event) const {
    agency.duty_separation = event.duty_separation;
    agency.duty_separation_reason = event.reason;
  }
};

}  // namespace

void evolve(Agency& agency, Event const& event) { std::visit(Evolve{agency}, event); }

}  // namespace himpun::access
