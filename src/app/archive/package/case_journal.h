#pragma once
// The part of the journal that belongs to one case, with everything a stranger needs to check it: the events of the
// case's streams, of the procedure version it runs and of the office's key, each with its inclusion proof under one
// signed checkpoint. The oldest checkpoint that covers them all is taken, so the same case gives the same bytes.

#include "app/office.h"
#include "core/journal/note.h"

namespace himpun::app {

struct CaseJournal {
  std::string events;      ///< JSON Lines, as in `himpun journal export`
  std::string proofs;      ///< JSON Lines of himpun-event-proof/1, in the same order
  std::string checkpoint;  ///< the signed note
  std::string key;         ///< verifier key
  Instant last_at{};       ///< of the last event of the case's own streams
  std::vector<EventRow> own;  ///< events of the case's own streams, in the order of writing within each
};

/// The streams that belong to one case, those that exist.
[[nodiscard]] std::vector<std::string> streams_of_case(Reader& reader, std::string_view case_id);

/// Refused with `journal.not_yet_sealed` while an event is no leaf under a checkpoint.
[[nodiscard]] Result<CaseJournal> collect_case_journal(Sight& sight, workflow::Case const& file);

}  // namespace himpun::app
