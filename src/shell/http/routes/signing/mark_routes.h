#pragma once
// Initials and signatures of a task: by password alone, with a passphrase for the key, or on paper.

#include "app/signing/signing_room.h"
#include "shell/http/api.h"

namespace himpun::http {

void add_mark_routes(Api& api, app::SigningRoom& room);

}  // namespace himpun::http
