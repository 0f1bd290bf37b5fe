#pragma once
// The demo office: the positions of the seed SOP, one account for each, the SOP adopted, a year of figures collected, one
// quarter waiting for its divisions and one case for the head's disposition. People are called by their position; everything in it is made up and says so.

#include "app/desks/session_desk.h"

namespace himpun::app {

struct DemoAccount {
  std::string username;
  std::string password;
  std::string position;
};

/// The accounts of the demo, in the order in which the SOP meets them. Their password is printed, so never use it
/// anywhere else.
[[nodiscard]] std::vector<DemoAccount> demo_accounts();

/// Makes the demo office in an empty installation; does nothing when there is an office already.
[[nodiscard]] Result<void> make_demo_office(Office& office, SessionDesk& sessions);

}  // namespace himpun::app
