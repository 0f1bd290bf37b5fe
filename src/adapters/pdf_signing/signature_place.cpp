#include "adapters/pdf_signing/signature_place.h"

#include <algorithm>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace himpun::pdf_signing {
namespace {

constexpr double foot = 10;        ///< points above the page's edge
constexpr double foot_height = 34;
constexpr double initials_most = 118;
constexpr double signature_most = 176;
constexpr double side_margin = 28;

Box media_box(QPDFObjectHandle page) {
  auto box = QPDFPageObjectHelper{page}.getAttribute("/MediaBox", false);
  if (!box.isRectangle()) return {0, 0, 595, 842};
  auto const r = box.getArrayAsRectangle();
  return {r.llx, r.lly, r.urx - r.llx, r.ury - r.lly};
}

int rotation_of(QPDFObjectHandle page) {
  auto rotate = QPDFPageObjectHelper{page}.getAttribute("/Rotate", false);
  auto const degrees = rotate.isInteger() ? rotate.getIntValueAsInt() % 360 : 0;
  return degrees < 0 ? degrees + 360 : degrees;
}

/// A box as the reader sees the page, in the page's own coordinates.
Box turned(Box const& seen, Box const& page, int rotate) {
  switch (rotate) {
    case 90:
      return {page.x + page.width - seen.y - seen.height, page.y + seen.x, seen.height, seen.width};
    case 180:
      return {page.x + page.width - seen.x - seen.width, page.y + page.height - seen.y - seen.height, seen.width,
              seen.height};
    case 270:
      return {page.x + seen.y, page.y + page.height - seen.x - seen.width, seen.height, seen.width};
    default:
      return {page.x + seen.x, page.y + seen.y, seen.width, seen.height};
  }
}

/// The signature stands right, initials side by side from the left.
Box foot_box(signing::PdfSignature const& signature, double page_width) {
  if (signature.kind == signing::SignatureKind::signature) {
    auto const wide = std::min(signature_most, page_width / 2);
    return {page_width - side_margin - wide, foot, wide, foot_height};
  }
  auto const initials_width = std::min(initials_most, (page_width - 2 * side_margin) / 4);
  return {side_margin + signature.stamp.slot * (initials_width + 4), foot, initials_width, foot_height};
}

}  // namespace

Placed find_place(QPDF& document, signing::PdfSignature const& signature) {
  auto const& pages = document.getAllPages();
  auto const& wanted = signature.stamp.box;
  if (wanted && wanted->page >= 1 && static_cast<std::size_t>(wanted->page) <= pages.size()) {
    auto page = pages[static_cast<std::size_t>(wanted->page) - 1];
    return {page, {wanted->x, wanted->y, wanted->width, wanted->height}, 0, media_box(page).height};
  }
  auto page = pages.back();
  auto const box = media_box(page);
  auto const rotate = rotation_of(page);
  bool const is_turned = rotate == 90 || rotate == 270;
  return {page, turned(foot_box(signature, is_turned ? box.height : box.width), box, rotate), rotate, box.height};
}

}  // namespace himpun::pdf_signing
