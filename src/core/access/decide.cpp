#include "core/access/decide.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::access {
namespace {

using Events = Result<std::vector<Event>>;

Events happened(Event event) { return std::vector<Event>{std::move(event)}; }
Events already_so() { return std::vector<Event>{}; }

template <class Map, class Key, class Value>
bool is_recorded(Map const& map, Key const& key, Value const& value) {
  auto const found = map.find(key);
  return found != map.end() && found->second == value;
}

/// True when following parents from `start` meets `id`.
bool stands_below(Agency const& agency, UnitId const& id, std::optional<UnitId> start) {
  while (start) {
    if (*start == id) return true;
    auto const unit = agency.units.find(*start);
    start = unit == agency.units.end() ? std::nullopt : unit->second.parent;
  }
  return false;
}

bool overlaps(Appointment const& a, Appointment const& b) {
  return (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to);
}

bool is_usable_username(std::string_view name) {
  return name.size() >= 3 && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
         });
}

bool is_open_administrator(Account const& account) { return has_role(account, Role::administrator); }

struct Decide {
  Agency const& agency;
  Caller const& caller;

  Events operator()(FoundAgency const& command) const {
    if (!agency.id.empty()) return already_so();
    if (trim(command.name).empty()) return refuse(name_missing);
    return happened(AgencyFounded{command.id, command.name, command.region});
  }

  Events operator()(RenameAgency const& command) const {
    if (trim(command.name).empty()) return refuse(name_missing);
    if (command.name == agency.name && command.region == agency.region) return already_so();
    return happened(AgencyRenamed{command.name, command.region});
  }

  Events operator()(RecordUnit const& command) const {
    auto const& unit = command.unit;
    if (trim(unit.name).empty()) return refuse(name_missing);
    if (unit.parent && !agency.units.contains(*unit.parent)) return refuse(unit_unknown);
    if (stands_below(agency, unit.id, unit.parent)) return refuse(unit_loop);
    if (is_recorded(agency.units, unit.id, unit)) return already_so();
    return happened(UnitRecorded{unit});
  }

  Events operator()(RecordPosition const& command) const {
    auto const& position = command.position;
    if (trim(position.name).empty()) return refuse(name_missing);
    if (!agency.units.contains(position.unit)) return refuse(unit_unknown);
    if (is_recorded(agency.positions, position.id, position)) return already_so();
    return happened(PositionRecorded{position});
  }

  Events operator()(RecordPerson const& command) const {
    if (trim(command.person.name).empty()) return refuse(name_missing);
    if (is_recorded(agency.people, command.person.id, command.person)) return already_so();
    return happened(PersonRecorded{command.person});
  }

  Events operator()(Appoint const& command) const {
    auto const& appointment = command.appointment;
    if (!agency.people.contains(appointment.person)) return refuse(person_unknown);
    auto const position = agency.positions.find(appointment.position);
    if (position == agency.positions.end() || position->second.closed) return refuse(position_unknown);
    if (trim(appointment.decree).empty()) return refuse(decree_missing);
    if (appointment.to && *appointment.to < appointment.from) {
      return refuse(appointment_dates, {"Tanggal selesai mendahului tanggal mulai.", "It ends before it begins."});
    }
    // SE BKN 1/2021: an acting official or a deputy is appointed for a time.
    if (appointment.standing != Standing::definitive && !appointment.to) {
      return refuse(appointment_dates, {"Plt., Plh. dan delegasi harus mempunyai tanggal selesai.",
                                        "An acting official or a deputy needs an end date."});
    }
    if (is_recorded(agency.appointments, appointment.id, appointment)) return already_so();
    if (appointment.standing == Standing::definitive) {
      for (auto const& [id, other] : agency.appointments) {
        if (id != appointment.id && other.position == appointment.position && other.standing == Standing::definitive &&
            overlaps(other, appointment)) {
          return refuse(post_taken, {"Akhiri dahulu penunjukan yang lama, atau tunjuk sebagai Plt./Plh.",
                                     "End the old appointment first, or appoint an acting official."});
        }
      }
    }
    return happened(Appointed{appointment});
  }

  Events operator()(EndAppointment const& command) const {
    auto const found = agency.appointments.find(command.appointment);
    if (found == agency.appointments.end()) return refuse(appointment_unknown);
    if (trim(command.reason).empty()) return refuse(reason_missing);
    if (found->second.to && *found->second.to <= command.last_day) return already_so();
    return happened(AppointmentEnded{command.appointment, command.last_day, command.reason});
  }

  Events operator()(RecordAccount const& command) const {
    auto const& account = command.account;
    if (!is_usable_username(account.username)) {
      return refuse(username_invalid, {"Pakai 3 sampai 64 huruf kecil, angka, titik, garis hubung atau garis bawah.",
                                       "Use 3 to 64 small letters, digits, dots, hyphens or underscores."});
    }
    auto const* same_name = find_account(agency, account.username);
    if (same_name && same_name->id != account.id) return refuse(username_taken);
    if (account.person && !agency.people.contains(*account.person)) return refuse(person_unknown);
    if (leaves_no_administrator(account)) return refuse(last_administrator);
    if (is_recorded(agency.accounts, account.id, account)) return already_so();
    return happened(AccountRecorded{account});
  }

  Events operator()(SetPassword const& command) const {
    if (!agency.accounts.contains(command.account)) return refuse(account_unknown);
    return happened(PasswordSet{command.account});
  }

  Events operator()(LockAccount const& command) const {
    if (!agency.accounts.contains(command.account)) return refuse(account_unknown);
    return happened(AccountLocked{command.account, command.until, command.failures});
  }

  Events operator()(SetDutySeparation const& command) const {
    if (command.duty_separation == agency.duty_separation) return already_so();
    bool const relaxes = command.duty_separation == DutySeparation::relaxed;
    if (relaxes && trim(command.reason).empty()) return refuse(reason_missing);
    return happened(DutySeparationSet{command.duty_separation, command.reason});
  }

  [[nodiscard]] bool leaves_no_administrator(Account const& changed) const {
    if (is_open_administrator(changed)) return false;
    auto const known = agency.accounts.find(changed.id);
    if (known == agency.accounts.end() || !is_open_administrator(known->second)) return false;
    return std::ranges::none_of(agency.accounts, [&](auto const& entry) {
      return entry.first != changed.id && is_open_administrator(entry.second);
    });
  }
};

/// Everybody may set their own password, and the sign-in door may lock an account; all else is administration.
bool may(Command const& command, Caller const& caller) {
  if (caller.is_installation() || caller.is(Role::administrator)) return true;
  auto const* password = std::get_if<SetPassword>(&command);
  return password && password->account == caller.account;
}

}  // namespace

bool Caller::is(Role role) const { return std::ranges::find(roles, role) != roles.end(); }

Events decide(Agency const& agency, Command const& command, Caller const& caller) {
  if (!may(command, caller)) {
    return refuse(not_allowed, {"Hanya administrator yang boleh mengubah data kantor.",
                                "Only an administrator may change the agency's records."});
  }
  return std::visit(Decide{agency, caller}, command);
}

}  // namespace himpun::access
