#pragma once
// The POSTs below /tasks/{task}; each is one act of core/workflow.

#include "shell/http/api.h"

namespace himpun::http {

void add_task_acts(Api& api);

}  // namespace himpun::http
