#pragma once
// Leaders' decisions about figures. Reading them is part of the results (result_routes.h).

#include "shell/http/api.h"

namespace himpun::http {

void add_decision_routes(Api& api);

}  // namespace himpun::http
