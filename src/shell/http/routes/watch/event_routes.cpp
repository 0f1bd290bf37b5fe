#include "shell/http/routes/watch/event_routes.h"

#include "shell/http/routes/watch/inbox_watch.h"

namespace himpun::http {
namespace {

Response open_stream(std::shared_ptr<InboxWatch> const& watch, Call const& call) {
  auto holders = watch->find_holders(call.session().account);
  if (!holders) return refusal(holders.error(), call.request());
  auto const& request = call.request();
  std::string token{find_cookie(request.headers, session_cookie_name(request)).value_or("")};
  Response response{.body = InboxWatch::stream(watch, call.session(), std::move(token), std::move(*holders))};
  return response;
}

}  // namespace

void add_event_routes(Api& api) {
  auto const watch = std::make_shared<InboxWatch>(api);
  // The store outlives the door: it must not keep the watch alive.
  api.office().world().store.listen([weak = std::weak_ptr{watch}](std::vector<std::string> const& holders) {
    if (auto const held = weak.lock()) held->tell(holders);
  });
  api.open("watch_inbox", Method::get, "/events", [&api, watch](Request request, Respond respond) {
    auto session = api.session_of(request);
    if (!session) return respond(refusal(session.error(), request));
    auto shared =
        std::make_shared<std::pair<Call, Respond>>(Call{std::move(request), std::move(*session)}, std::move(respond));
    bool const taken = api.workers().submit([shared, watch] {
      shared->second(guarded(shared->first.language(), [&] { return open_stream(watch, shared->first); }));
    });
    if (!taken) shared->second(refusal(Problem{.type = &app::store_busy}, shared->first.request()));
  });
}

}  // namespace himpun::http
