#pragma once
// Routes of the papers that are made out of a case, and of the comments on its papers.

#include "shell/http/api.h"

namespace himpun::http {

void add_report_routes(Api& api);

}  // namespace himpun::http
