#pragma once
// The archive over HTTP: register, schedule, lists as files, destruction, and the package of a case.

#include "shell/http/api.h"

namespace himpun::http {

void add_archive_routes(Api& api);
/// Outside recipients, delivery and recall; and the page a recipient's link leads to, without signing in.
void add_outgoing_routes(Api& api);
/// The record of a disposal as a paper.
void add_disposal_routes(Api& api);
void add_receipt_page(Api& api);

}  // namespace himpun::http
