#pragma once
// Every kind of event of a case as a short sentence in both languages, with the names of people, posts, steps and
// papers in it. It says what happened, not what it means; numbers and dates are written as people write them.

#include "app/views/cases/case_scene.h"
#include "app/views/people_view.h"

namespace himpun::app {

struct Told {
  Words words;
  workflow::StepId step{};  ///< empty when it is about the whole case
};

/// `by`: who did it, as the entry shows it.
[[nodiscard]] Told tell(CaseScene const& scene, workflow::Event const& event, ByView const& by);

}  // namespace himpun::app
