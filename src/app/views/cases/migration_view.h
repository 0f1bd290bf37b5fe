#pragma once
// What moving a case to another version of its SOP would do, before anybody does it.

#include "app/views/cases/case_scene.h"
#include "app/views/people_view.h"

namespace himpun::app {

struct MovedStepView {
  workflow::StepId step;
  std::string activity_now;
  std::optional<std::string> activity_then;
  bool fits = false;
  std::optional<std::string> why_not;
};
BOOST_DESCRIBE_STRUCT(MovedStepView, (), (step, activity_now, activity_then, fits, why_not))

struct StepReference {
  workflow::StepId id;
  std::int64_t number = 1;
  std::string activity;
};
BOOST_DESCRIBE_STRUCT(StepReference, (), (id, number, activity))

struct MigrationPreview {
  std::int64_t from = 1;
  std::int64_t to = 1;
  bool fits = false;
  std::vector<MovedStepView> open_steps;
  std::vector<StepReference> added;
  std::vector<StepReference> removed;
  std::vector<NamedView> unassigned;  ///< performers that nobody stands for
};
BOOST_DESCRIBE_STRUCT(MigrationPreview, (), (from, to, fits, open_steps, added, removed, unassigned))

/// `to`: normally the latest version. Refused with `case.closed` and `case.version_unknown`.
[[nodiscard]] Result<MigrationPreview> preview_migration(Sight& sight, workflow::CaseId const& id,
                                                         std::optional<std::int64_t> to, Language language);

}  // namespace himpun::app
