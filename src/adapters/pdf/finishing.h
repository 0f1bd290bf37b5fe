#pragma once
// From the renderer's PDF to one that can be kept: PDF/A-3b by every rule that can be checked here (output intent, XMP,
// identifiers, flags), with files attached, and with nothing in it that depends on when or where it was made. It also
// reads where the signature places lie.

#include <string>
#include <string_view>

#include "app/ports/renderer.h"

namespace himpun::pdf {

/// Throws `StoreFailure` when the bytes are not a PDF that can be finished.
[[nodiscard]] app::Printed finish(std::string const& rendered, app::PrintOrder const& order, std::string made_with);

/// A small ICC profile of sRGB, made here; the same bytes always.
[[nodiscard]] std::string srgb_profile();

}  // namespace himpun::pdf
