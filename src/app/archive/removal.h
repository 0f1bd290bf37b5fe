#pragma once
// Contents of a destruction: which are to go, because no other case and no other part of the office needs them, and
// their removal once the record is durable. Removing again does nothing, so a crash between record and removal is
// mended by the next run.

#include "app/office.h"
#include "core/archive/register/register.h"

namespace himpun::app {

/// Every file that the events of these cases name, with the case that still needs it.
[[nodiscard]] std::vector<archive::RemovedContent> find_contents(Sight& sight, archive::Proposal const& proposal);

/// Removes what carried-out destructions name and nobody has come to need since. Answers how many were removed.
[[nodiscard]] std::int64_t remove_destroyed(Office& office);

}  // namespace himpun::app
