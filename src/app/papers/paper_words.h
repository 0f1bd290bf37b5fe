#pragma once
// What happened to printed papers and stationery, in words for the journal's readers.

#include <optional>

#include "base/words.h"
#include "core/journal/event.h"

namespace himpun::app {

/// Nothing for an event that is not of this module.
[[nodiscard]] std::optional<Words> paper_words(journal::Envelope const& envelope);

}  // namespace himpun::app
