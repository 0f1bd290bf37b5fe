#pragma once
// The first things an office needs, written through the same rules as everything later: the agency and its first
// administrator, and the demo office with the seed SOP's positions.

#include "app/desks/session_desk.h"

namespace himpun::app {

inline constexpr ProblemType users_exist{"installation.users_exist", ProblemKind::conflict,
                                         "Administrator pertama hanya dapat dibuat selama belum ada pengguna",
                                         "A first administrator can be made only while there are no users"};

struct Founding {
  std::string name;  ///< of the agency
  std::string region;
  std::string username;  ///< of the first administrator
  std::string password;
};

/// Founds the agency and opens the first administrator's account; refused once there is any account.
[[nodiscard]] Result<void> found_office(Office& office, SessionDesk& sessions, Founding const& founding);

/// Decides and records several changes of the agency as one.
[[nodiscard]] Result<void> record_agency(Desk& desk, std::vector<access::Command> const& commands);

/// Imports the shipped calendars (data/calendars) that the office does not have yet.
[[nodiscard]] Result<void> import_shipped_calendars(Desk& desk);

}  // namespace himpun::app
