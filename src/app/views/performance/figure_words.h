#pragma once
// Events about figures in plain words, for the journal's page.

#include "base/words.h"
#include "core/journal/event.h"

namespace himpun::app {

/// None for an envelope that holds no event of the catalogue or of a collection.
[[nodiscard]] std::optional<Words> figure_words(journal::Envelope const& envelope);

}  // namespace himpun::app
