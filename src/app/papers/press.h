#pragma once
// The press: makes the editions that were asked for, one after the other, as a job beside the requests. A taking has a
// lease and a fence, so a node that dies or comes late spoils nothing: the case is not touched, and what it left is
// taken again. What fails is tried again later and again; then it is written down as failed, with the reason.

#include <chrono>

#include "app/papers/editions.h"
#include "app/ports/renderer.h"

namespace himpun::app {

struct PressOptions {
  std::chrono::seconds lease{300};       ///< longer than the printer may take
  std::chrono::seconds first_pause{20};  ///< after a failure; doubled each time
  int most_attempts = 4;
};

enum class PressRun : std::uint8_t { idle, made, postponed, failed, overtaken };

/// Takes one edition that is due and makes it. Does nothing where nothing can print. Waits for the printer.
[[nodiscard]] Result<PressRun> make_next_edition(Office& office, PressOptions const& options = {});

}  // namespace himpun::app
