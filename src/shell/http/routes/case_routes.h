#pragma once
// Berkas over HTTP: starting, listing and showing cases, their history, and steering them.

#include "shell/http/api.h"

namespace himpun::http {

void add_case_routes(Api& api);

}  // namespace himpun::http
