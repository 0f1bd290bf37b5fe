#pragma once
// What divisions were asked and answered in a gathering, and who was sent a paper and confirmed it.

#include "app/views/cases/case_scene.h"
#include "app/views/people_view.h"

namespace himpun::app {

struct AnswerView {
  std::string text;
  std::vector<workflow::NumberField> numbers;
  std::vector<workflow::FileRef> files;
  ByView by;
  Instant at{};
  bool accepted = false;
  std::optional<std::string> returned_with;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (), (text, numbers, files, by, at, accepted, returned_with))

/// `missing`: the gathering was closed without it.
enum class RequestState : std::uint8_t { open, answered, returned, accepted, missing };
BOOST_DESCRIBE_ENUM(RequestState, open, answered, returned, accepted, missing)

struct RequestView {
  workflow::TaskId task;
  workflow::StepId step;
  std::int64_t run = 1;
  HolderView holder;
  RequestState state = RequestState::open;
  std::int64_t revision = 1;
  std::optional<Instant> due_at;
  std::optional<calendar::Punctuality> punctuality;
  std::optional<std::int64_t> days_left;
  std::vector<AnswerView> answers;  ///< oldest first
};
BOOST_DESCRIBE_STRUCT(RequestView, (),
                      (task, step, run, holder, state, revision, due_at, punctuality, days_left, answers))

struct RecipientView {
  workflow::TaskId task;
  HolderView holder;
  Instant sent_at{};
  std::optional<Instant> received_at;
  std::optional<ByView> received_by;
};
BOOST_DESCRIBE_STRUCT(RecipientView, (), (task, holder, sent_at, received_at, received_by))

[[nodiscard]] RequestState request_state(workflow::Task const& task);
[[nodiscard]] RequestView request_view(CaseScene const& scene, workflow::Task const& task);
/// Requests of all runs, or of one.
[[nodiscard]] std::vector<RequestView> request_views(CaseScene const& scene, workflow::StepRun const* run = nullptr);
[[nodiscard]] std::vector<RecipientView> recipient_views(CaseScene const& scene,
                                                         workflow::StepRun const* run = nullptr);

}  // namespace himpun::app
