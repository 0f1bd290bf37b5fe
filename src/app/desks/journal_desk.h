#pragma once
// Use cases of the journal: its events newest first, its checkpoints, the proof of one event, the export of everything,
// and the check of the whole. For auditors and administrators.

#include "app/checkpoints.h"
#include "app/verification.h"
#include "app/views/page.h"
#include "core/journal/proof.h"

namespace himpun::app {

inline constexpr ProblemType journal_event_missing{"journal.event_missing", ProblemKind::not_found,
                                                   "Kejadian tidak ditemukan", "There is no such event"};
inline constexpr ProblemType not_yet_sealed{"journal.not_yet_sealed", ProblemKind::conflict,
                                            "Kejadian ini belum disegel", "This event is not sealed yet"};

struct JournalQuery {
  std::string stream;  ///< empty: every stream
  PageQuery page;      ///< no search
};

/// {items, next?}, newest first.
[[nodiscard]] Result<Json> list_journal(Sight& sight, JournalQuery const& query, Language language);
/// {items, next?, key}, newest first.
[[nodiscard]] Result<Json> list_checkpoints(Sight& sight, PageQuery const& query);
/// {event, bytes, previous_hash, hash, leaf, size, hashes, root, note, key}
[[nodiscard]] Result<Json> prove_event(Sight& sight, std::string_view event);
/// {ok, streams, events, checkpoints, first_bad?}
[[nodiscard]] Result<Json> show_verification(Sight& sight, Language language);
[[nodiscard]] Json verdict_view(Verdict const& verdict, Language language);

/// What the journal must be checked against: this installation's own key.
[[nodiscard]] Trust trust_in(World const& world);

/// The parts of a proof under the last checkpoint; `journal.not_yet_sealed` until there is one.
[[nodiscard]] Result<journal::ProofParts> find_proof(Reader& reader, journal::NoteKey const& key,
                                                     std::string_view event);

/// Hands every event, stream by stream, to `line` as JSON {event, position, previous, hash, leaf?, bytes}, then every
/// checkpoint, oldest first, as {size, root, at, checkpoint}; hashes in hexadecimal.
void export_journal(Reader& reader, std::function<void(Json const&)> const& line);

}  // namespace himpun::app
