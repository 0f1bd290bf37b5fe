#pragma once
// The figures of a case: every division's form, row by row, from the first entry to a correction.

#include "shell/http/api.h"

namespace himpun::http {

void add_form_routes(Api& api);

}  // namespace himpun::http
