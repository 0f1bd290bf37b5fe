#pragma once
// Who signs with what, and the signed PDFs of a case.

#include "app/signing/signing_room.h"
#include "shell/http/api.h"

namespace himpun::http {

void add_signature_routes(Api& api, app::SigningRoom& room);

}  // namespace himpun::http
