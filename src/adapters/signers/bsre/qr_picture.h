#pragma once
// A QR code as a small PNG: what version 2 of the service puts into the signature's place.

#include <string>

namespace himpun::signers {

[[nodiscard]] std::string qr_png(std::string const& text);

}  // namespace himpun::signers
