#pragma once
// Server-sent events: `event: inbox` each time the caller's inbox has changed.

#include "shell/http/api.h"

namespace himpun::http {

void add_event_routes(Api& api);

}  // namespace himpun::http
