#pragma once
// Routes of /agency, /units, /positions.

#include "shell/http/api.h"

namespace himpun::http {

void add_agency_routes(Api& api);

}  // namespace himpun::http
