#pragma once
// Kotak tugas over HTTP: the inbox, one task, and everything its holder can do with it.

#include "shell/http/api.h"

namespace himpun::http {

void add_task_routes(Api& api);

}  // namespace himpun::http
