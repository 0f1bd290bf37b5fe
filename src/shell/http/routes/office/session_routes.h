#pragma once
// Routes of /session: signing in and out, who I am, my password.

#include "shell/http/api.h"

namespace himpun::http {

void add_session_routes(Api& api);

}  // namespace himpun::http
