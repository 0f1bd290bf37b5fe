#pragma once
// Where on a PDF a signature's stamp goes: at the place that the paper's maker left, or in a strip at the foot of the
// last page.

#include "adapters/pdf_signing/pdf_update.h"
#include "adapters/pdf_signing/stamp.h"

namespace himpun::pdf_signing {

struct Placed {
  QPDFObjectHandle page;
  Box box;         ///< in the page's own coordinates
  int rotate = 0;  ///< how the page is turned for the reader: 0, 90, 180, 270
  double page_height = 842;
};

[[nodiscard]] Placed find_place(QPDF& document, signing::PdfSignature const& signature);

}  // namespace himpun::pdf_signing
