#pragma once
// The archive over HTTP: register, schedule, lists as files, destruction, and the package of a case.

#include "shell/http/api.h"

namespace himpun::http {

void add_archive_routes(Api& api);

}  // namespace himpun::http
