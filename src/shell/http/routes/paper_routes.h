#pragma once
// Papers over HTTP: SOP sheets and editions as PDF, the agency's letterhead and templates with their preview.

#include "shell/http/api.h"

namespace himpun::http {

void add_paper_routes(Api& api);

}  // namespace himpun::http
