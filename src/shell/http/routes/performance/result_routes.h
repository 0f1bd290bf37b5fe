#pragma once
// What was achieved: the office, a division, an indicator; and why two reports differ.

#include "shell/http/api.h"

namespace himpun::http {

void add_result_routes(Api& api);

}  // namespace himpun::http
