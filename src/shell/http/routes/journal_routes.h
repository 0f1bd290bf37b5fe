#pragma once
// Routes of /journal, for auditors and administrators.

#include "shell/http/api.h"

namespace himpun::http {

void add_journal_routes(Api& api);

}  // namespace himpun::http
