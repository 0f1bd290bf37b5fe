#pragma once
// The rules for an agency's stationery: what a letterhead must have, what a logo may be. Each answers with the events,
// none when it is already so.

#include "core/document/letterhead.h"
#include "core/document/stationery/template.h"

namespace himpun::document {

inline constexpr ProblemType letterhead_invalid{"letterhead.invalid", ProblemKind::invalid, "Kop surat belum benar",
                                                "The letterhead is not right"};

inline constexpr std::size_t most_logo_bytes = 512 * 1024;

/// A PNG of at most 2,000 x 2,000 points and 512 KB, known by its bytes and not by its name.
[[nodiscard]] bool is_logo(std::string_view bytes);

/// `logo_bytes`: the content of the logo, empty when there is none.
[[nodiscard]] Result<void> check_letterhead(Letterhead const& letterhead, std::string_view logo_bytes);
[[nodiscard]] Result<LetterheadEvents> set_letterhead(Stationery const& stationery, Letterhead const& letterhead,
                                                      std::string_view logo_bytes);
/// An empty text goes back to the one that Himpun ships.
[[nodiscard]] Result<LetterheadEvents> set_template(Stationery const& stationery, PaperKind kind,
                                                    std::string const& text);

}  // namespace himpun::document
