#pragma once
// The closed list of route groups. A new group is one pair of files and one line in routes.cpp.

#include "shell/http/api.h"

namespace himpun::http {

void add_routes(Api& api);

}  // namespace himpun::http
