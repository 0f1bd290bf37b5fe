#pragma once
// Routes of /people and /appointments.

#include "shell/http/api.h"

namespace himpun::http {

void add_people_routes(Api& api);

}  // namespace himpun::http
