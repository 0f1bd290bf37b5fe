#pragma once
// The PDF that the next signature of a paper's version goes into: the last signed one, or the version's own edition.

#include "app/desks/case_desk.h"
#include "core/signing/case_signing.h"

namespace himpun::app {

/// The PDF of a version's last electronic signature. A scan of ink is not the paper, and no base for a key.
[[nodiscard]] std::optional<FileRef> last_signed(signing::CaseSigning const& signing, std::string_view paper,
                                                 std::int32_t number);

/// Nothing while the edition is being made; it has been asked for then.
[[nodiscard]] Result<std::optional<FileRef>> base_pdf(Desk& desk, RunningCase const& running,
                                                      signing::CaseSigning const& signing,
                                                      signing::SigningSubject const& subject);

}  // namespace himpun::app
