#pragma once
// An office made for one procedure, so that every performer has somebody: a position for each column, two units with
// a head each for a plural one. Ids are readable and the same everywhere: the position, the person who holds it and
// their account are all called like the performer (`kadis`); units of a plural performer are `bidang-1`, `bidang-2`,
// headed by the position `kepala-bidang-1` of the person and account `bidang-1`.

#include <string>
#include <vector>

#include "core/access/decide.h"
#include "core/calendar/calendar.h"
#include "core/procedure/book.h"

namespace himpun::test {

inline constexpr char const* cast_administrator = "admin";

/// What makes the office, in order.
[[nodiscard]] std::vector<access::Command> cast_commands(std::string const& agency,
                                                         procedure::Procedure const& procedure);
/// A person with an account of the same name.
[[nodiscard]] std::vector<access::Command> person_commands(std::string const& name);
[[nodiscard]] std::vector<procedure::PerformerAssignment> cast_assignments(procedure::Procedure const& procedure);

/// The same office as a value.
[[nodiscard]] access::Agency make_cast(procedure::Procedure const& procedure);
/// Carries out commands that must be right.
void take_all(access::Agency& agency, std::vector<access::Command> const& commands);
/// The shipped calendars, as an office has them after set-up.
[[nodiscard]] calendar::Calendar shipped_calendar();

}  // namespace himpun::test
