#pragma once
// Routes of /calendar.

#include "shell/http/api.h"

namespace himpun::http {

void add_calendar_routes(Api& api);

}  // namespace himpun::http
