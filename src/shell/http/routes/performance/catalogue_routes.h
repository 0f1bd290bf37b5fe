#pragma once
// The catalogue: planning tree, indicators, agreements, ceilings, profiles.

#include "shell/http/api.h"

namespace himpun::http {

void add_catalogue_routes(Api& api);

}  // namespace himpun::http
