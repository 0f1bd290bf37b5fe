#pragma once
// Routes of /accounts, for administrators.

#include "shell/http/api.h"

namespace himpun::http {

void add_account_routes(Api& api);

}  // namespace himpun::http
