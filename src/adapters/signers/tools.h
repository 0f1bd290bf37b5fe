#pragma once
// Everything that an installation signs and checks with, put together from its settings. Signers work on threads of
// their own, so that a slow device or service holds up nobody's page.

#include <memory>

#include "adapters/signers/settings.h"
#include "app/ports/authority.h"
#include "app/ports/signing.h"

namespace himpun::signers {

[[nodiscard]] std::unique_ptr<app::SigningTools> open_tools(Settings settings);
[[nodiscard]] std::unique_ptr<app::KeyAuthority> key_authority();

}  // namespace himpun::signers
