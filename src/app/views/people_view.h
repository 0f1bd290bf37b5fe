#pragma once
// People and posts as pages show them: who did something and through which post, who holds a task and who may act for
// that holder today. Names come from the register as it is now; ids stay beside them.

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/access/agency.h"
#include "core/journal/event.h"
#include "core/workflow/case.h"

namespace himpun::app {

struct NamedView {
  std::string id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedView, (), (id, name))

/// Somebody who may act for a holder today.
struct OfficeHolderView {
  access::PersonId person;
  std::string name;
  access::Standing standing = access::Standing::definitive;
  std::optional<Date> until;
};
BOOST_DESCRIBE_STRUCT(OfficeHolderView, (), (person, name, standing, until))

struct HolderView {
  access::HolderId id;
  std::string name;
  std::vector<OfficeHolderView> people;  ///< empty when nobody holds it today
};
BOOST_DESCRIBE_STRUCT(HolderView, (), (id, name, people))

struct ByView {
  std::string name;  ///< the person; else the account; else "Himpun"
  std::optional<access::PersonId> person;
  std::optional<access::PositionId> position;
  std::optional<std::string> position_name;
  std::optional<access::Standing> standing;
};
BOOST_DESCRIBE_STRUCT(ByView, (), (name, person, position, position_name, standing))

[[nodiscard]] NamedView named(access::Agency const& agency, access::HolderId const& holder);
[[nodiscard]] std::vector<NamedView> named(access::Agency const& agency, std::vector<access::HolderId> const& holders);
[[nodiscard]] HolderView holder_view(access::Agency const& agency, access::HolderId const& holder, Date today);
[[nodiscard]] std::vector<HolderView> holder_views(access::Agency const& agency,
                                                   std::vector<access::HolderId> const& holders, Date today);
[[nodiscard]] ByView by_view(access::Agency const& agency, workflow::By const& by);
/// Who an envelope names, where the event itself does not say it.
[[nodiscard]] ByView by_view(access::Agency const& agency, journal::Actor const& actor);
[[nodiscard]] std::string person_name(access::Agency const& agency, access::PersonId const& person);

}  // namespace himpun::app
