#pragma once
// Which key seals this office: recorded in the journal by whoever opens the office first, found there by everybody
// after. It holds no secret and makes no key (adapters/keys).

#include <optional>

#include "app/ports/store.h"
#include "app/state_cache.h"
#include "core/journal/note.h"

namespace himpun::app {

/// The verifier key that the office has recorded.
[[nodiscard]] std::optional<journal::NoteKey> recorded_key(Reader& reader);

/// Records `key`, unless another node was first; answers with the one that is recorded now.
[[nodiscard]] Result<journal::NoteKey> record_key(Store& store, journal::NoteKey const& key, Stamp const& stamp);

}  // namespace himpun::app
