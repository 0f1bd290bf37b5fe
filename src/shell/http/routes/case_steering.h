#pragma once
// The POSTs that start a case and steer it as a whole.

#include "shell/http/api.h"

namespace himpun::http {

void add_case_steering(Api& api);

}  // namespace himpun::http
