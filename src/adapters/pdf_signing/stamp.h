#pragma once
// The visible stamp of a signature as the content of a form XObject: a QR code on the left, on the right who signed and
// as what. It knows no page and no certificate.

#include "core/signing/pdf_signature.h"

namespace himpun::pdf_signing {

/// In points; the origin is the lower left corner.
struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// Drawing operators for a box of that size. The font is called /F1.
[[nodiscard]] std::string draw_stamp(signing::PdfSignature const& signature, double width, double height);

/// A number as PDF has it: at most two digits after the point, no exponent.
[[nodiscard]] std::string number_text(double value);

}  // namespace himpun::pdf_signing
