#pragma once
// A made-up paper of each kind that has a template, so that an administrator sees what the words become. No case, no
// figure and no person in it is the office's.

#include "app/papers/letterhead_desk.h"

namespace himpun::app {

/// With the draft's words, checked before; over the signatures stands the place of its letterhead.
[[nodiscard]] document::OfficialPaper sample_paper(access::Agency const& agency, StationeryDraft const& draft);

}  // namespace himpun::app
