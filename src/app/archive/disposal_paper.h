#pragma once
// Berita acara pemusnahan arsip, out of what the register says about a proposal: from its approval on, so that it can
// be signed when the destruction is carried out. What the register does not know is left open.

#include "app/archive/archive_desk.h"
#include "app/papers/printing.h"

namespace himpun::app {

/// Refused with `archive.proposal_unknown`, and with `archive.proposal_not_approved` before the approval and after a
/// rejection.
[[nodiscard]] Result<ReadyPaper> make_disposal_paper(Sight& sight, archive::ProposalId const& id);

}  // namespace himpun::app
