#pragma once
// An official paper as one HTML page with its style: the same page is shown in the browser and printed to PDF. Whatever
// officials typed is only ever words in it; there is no script, no attribute of style, and no address but of pictures
// that it carries itself.

#include "core/document/letterhead.h"
#include "core/document/paper.h"

namespace himpun::document {

/// What an agency's papers carry beside their own words.
struct Dressing {
  Letterhead letterhead;
  std::string logo_png;  ///< bytes; empty: none
};

/// Numbers the headings as the paper asks; headings that have a number keep it.
void number_headings(OfficialPaper& paper);

[[nodiscard]] std::string to_html(OfficialPaper const& paper, Dressing const& dressing);

/// The paper's blocks alone, as they stand in the page.
[[nodiscard]] std::string blocks_html(std::vector<Block> const& blocks);

/// Every place where the paper is signed or initialled, also inside forms; the sheet's own "Disahkan oleh" is none.
[[nodiscard]] std::vector<SignaturePlace> signature_places(OfficialPaper const& paper);

/// The name by which a signature place is found in the finished PDF.
[[nodiscard]] std::string place_anchor(std::string const& place_id);

/// Width and height of a signature place on paper, in tenths of a point.
inline constexpr int signature_width = 2270;
inline constexpr int signature_height = 850;
inline constexpr int initials_width = 850;
inline constexpr int initials_height = 425;

}  // namespace himpun::document
