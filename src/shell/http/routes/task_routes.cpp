#include "shell/http/routes/task_routes.h"

#include "app/views/tasks/inbox.h"
#include "app/views/tasks/task_view.h"
#include "shell/http/routes/queries.h"
#include "shell/http/routes/task_acts.h"

namespace himpun::http {
namespace {

/// `[due_at, task]` of the last row of the page before.
Result<std::optional<app::TaskCursor>> read_cursor(Call const& call) {
  auto const place = call.cursor();
  if (!place) return std::unexpected(place.error());
  if (!*place) return std::nullopt;
  auto const& array = **place;
  auto const* due = array.size() == 2 ? array[0].get_if<std::string>() : nullptr;
  auto const* task = array.size() == 2 ? array[1].get_if<std::string>() : nullptr;
  auto const due_at = due ? parse_instant(*due) : std::nullopt;
  if (!due_at || !task) return refuse(cursor_foreign);
  return app::TaskCursor{*due_at, *task};
}

Result<app::InboxQuery> read_inbox_query(Call const& call) {
  auto const action = query_word<workflow::Action>(call, "action");
  if (!action) return std::unexpected(action.error());
  auto const due = query_word<calendar::Punctuality>(call, "due");
  if (!due) return std::unexpected(due.error());
  auto const holder = query_text(call, "holder", 64);
  if (!holder) return std::unexpected(holder.error());
  auto const search = query_text(call, "q", 200);
  if (!search) return std::unexpected(search.error());
  auto const after = read_cursor(call);
  if (!after) return std::unexpected(after.error());
  auto const limit = call.limit();
  if (!limit) return std::unexpected(limit.error());
  app::InboxQuery query{.due = *due, .search = *search, .after = *after, .limit = *limit};
  if (*action) query.action = word_of(**action);
  if (!holder->empty()) query.holder = access::HolderId{*holder};
  return query;
}

Result<Answer> list_tasks(app::Sight& sight, Call const& call) {
  auto const query = read_inbox_query(call);
  if (!query) return std::unexpected(query.error());
  auto const inbox = app::list_inbox(sight, *query);
  auto json = Json{}.add("items", to_json(inbox.items)).add("counts", to_json(inbox.counts));
  if (inbox.next) json.add("next", encode_cursor({himpun::to_text(inbox.next->due_at), inbox.next->task}));
  return Answer{std::move(json)};
}

Result<Answer> show_task(app::Sight& sight, Call const& call) {
  auto const detail = app::show_task(sight, workflow::TaskId{call.param("task")}, call.language());
  if (!detail) return std::unexpected(detail.error());
  return Answer{.json = to_json(*detail), .etag = std::to_string(detail->revision)};
}

}  // namespace

void add_task_routes(Api& api) {
  api.look("list_tasks", Method::get, "/tasks", list_tasks);
  api.look("show_task", Method::get, "/tasks/:task", show_task);
  add_task_acts(api);
}

}  // namespace himpun::http
