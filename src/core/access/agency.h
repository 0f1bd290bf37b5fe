#pragma once
// Who is who in one agency: units, positions, the people appointed to them, and their accounts. A position holds a
// task, never a person; a person acts through an appointment that is valid on the day. It knows no passwords.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace himpun::access {

using UnitId = Id<struct UnitTag>;
using PositionId = Id<struct PositionTag>;
using PersonId = Id<struct PersonTag>;
using AppointmentId = Id<struct AppointmentTag>;
using AccountId = Id<struct AccountTag>;
/// What can hold a task: a position, or a whole unit (then any position in it may act). The text is that id's text.
using HolderId = Id<struct HolderTag>;

struct Unit {
  UnitId id;
  std::string name;
  std::optional<UnitId> parent;
  bool closed = false;

  bool operator==(Unit const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Unit, (), (id, name, parent, closed))

struct Position {
  PositionId id;
  std::string name;
  UnitId unit;
  bool closed = false;

  bool operator==(Position const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Position, (), (id, name, unit, closed))

struct Person {
  PersonId id;
  std::string name;
  std::string nip;   ///< civil servant number as printed; may be empty
  std::string rank;  ///< for example "Pembina (IV/a)"; may be empty

  bool operator==(Person const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, name, nip, rank))

/// UU 30/2014 art. 14 and SE BKN 1/2021: a Plt. stands in for a vacant post, a Plh. for an absent holder. A delegation
/// hands the tasks of a post to somebody for a time without any of that.
enum class Standing : std::uint8_t { definitive, plt, plh, delegation };
BOOST_DESCRIBE_ENUM(Standing, definitive, plt, plh, delegation)

/// Who did something: the person, and the post through which they acted.
struct By {
  PersonId person;
  PositionId position;
  Standing standing = Standing::definitive;

  bool operator==(By const&) const = default;
};
BOOST_DESCRIBE_STRUCT(By, (), (person, position, standing))

struct Appointment {
  AppointmentId id;
  PersonId person;
  PositionId position;
  Standing standing = Standing::definitive;
  Date from{};
  std::optional<Date> to;  ///< last day, inclusive; absent: until it is ended
  std::string decree;

  bool operator==(Appointment const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Appointment, (), (id, person, position, standing, from, to, decree))

/// What an account may do beside the posts its person holds.
enum class Role : std::uint8_t { administrator, auditor };
BOOST_DESCRIBE_ENUM(Role, administrator, auditor)

struct Account {
  AccountId id;
  std::string username;
  std::optional<PersonId> person;
  std::vector<Role> roles;
  bool closed = false;

  bool operator==(Account const&) const = default;
};
BOOST_DESCRIBE_STRUCT(Account, (), (id, username, person, roles, closed))

enum class DutySeparation : std::uint8_t { enforced, relaxed };
BOOST_DESCRIBE_ENUM(DutySeparation, enforced, relaxed)

struct Agency {
  std::string id;
  std::string name;
  std::string region;
  std::map<UnitId, Unit> units;
  std::map<PositionId, Position> positions;
  std::map<PersonId, Person> people;
  std::map<AppointmentId, Appointment> appointments;
  std::map<AccountId, Account> accounts;
  DutySeparation duty_separation = DutySeparation::enforced;
  std::string duty_separation_reason;
};

/// Somebody acting for a holder: through which post, and how it is held.
struct Post {
  PositionId position;
  Standing standing = Standing::definitive;
  std::optional<Date> until;
};

/// The posts a person holds on `day`, definitive ones first.
[[nodiscard]] std::vector<Post> posts_of(Agency const& agency, PersonId const& person, Date day);
/// Every holder a person may act for on `day`: the posts and the units they belong to.
[[nodiscard]] std::set<HolderId> holders_of(Agency const& agency, PersonId const& person, Date day);
/// Through which post the person may act for `holder` on `day`; none when they may not.
[[nodiscard]] std::optional<Post> post_for(Agency const& agency, PersonId const& person, HolderId const& holder,
                                           Date day);
/// Everybody who may act for `holder` on `day`.
[[nodiscard]] std::vector<PersonId> people_for(Agency const& agency, HolderId const& holder, Date day);
/// Name of the position or unit; empty when there is none.
[[nodiscard]] std::string holder_name(Agency const& agency, HolderId const& holder);
[[nodiscard]] bool is_open_holder(Agency const& agency, HolderId const& holder);

[[nodiscard]] Account const* find_account(Agency const& agency, std::string_view username);
[[nodiscard]] bool has_role(Account const& account, Role role);

[[nodiscard]] inline HolderId holder(PositionId const& id) { return HolderId{id.value}; }
[[nodiscard]] inline HolderId holder(UnitId const& id) { return HolderId{id.value}; }

}  // namespace himpun::access
