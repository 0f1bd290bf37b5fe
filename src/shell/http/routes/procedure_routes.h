#pragma once
// Routes of /procedures.

#include "shell/http/api.h"

namespace himpun::http {

void add_procedure_routes(Api& api);

}  // namespace himpun::http
