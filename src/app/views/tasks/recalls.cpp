#include "app/views/tasks/recalls.h"

#include "app/views/people_view.h"

namespace himpun::app {

std::optional<RecallView> Recalls::of_receipt(workflow::CaseId const& file, workflow::TaskId const& receipt) {
  auto& book = books_[file.value];
  if (!book) book = sight_.books.sending(sight_.reader, file.value);
  if (book->state.recalls.empty()) return {};
  auto const running = sight_.books.find_case(sight_.reader, file.value);
  auto const* task = workflow::find_task(running->state, receipt);
  if (!task || task->action != workflow::Action::receive) return {};
  for (auto const& [distributor, recall] : book->state.recalls) {
    auto const* sender = workflow::find_task(running->state, workflow::TaskId{distributor});
    if (!sender || sender->step != task->step || sender->run != task->run) continue;
    return RecallView{recall.reason, recall.at, by_view(sight_.agency(), recall.by)};
  }
  return {};
}

}  // namespace himpun::app
