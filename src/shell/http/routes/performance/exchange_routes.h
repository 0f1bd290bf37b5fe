#pragma once
// Figures as files: import of the catalogue, the workbook of a division, exports.

#include "shell/http/api.h"

namespace himpun::http {

void add_exchange_routes(Api& api);

}  // namespace himpun::http
