#pragma once
// The public page on which anybody checks a signed paper: made here, without script.

#include "app/signing/signing_room.h"
#include "shell/http/api.h"

namespace himpun::http {

void add_verification_page(Api& api, app::SigningRoom& room);

}  // namespace himpun::http
