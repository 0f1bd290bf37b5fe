#include "shell/http/routes.h"

#include "shell/http/session_routes.h"

namespace himpun::http {
namespace {

/// Healthy means that the database answers; a supervisor asks this.
void check_health(Api& api, Request request, Respond respond) {
  auto shared = std::make_shared<Respond>(std::move(respond));
  bool const taken = api.workers().submit([&api, shared, language = request.language] {
    (*shared)(guarded(language, [&] {
      api.office().world().store.read([](app::Reader& reader) { static_cast<void>(reader.head("agency")); });
      return json_response(200, Json{}.add("status", "ok").add("version", HIMPUN_VERSION));
    }));
  });
  if (!taken) (*shared)(refusal(Problem{.type = &app::store_busy}, request));
}

}  // namespace

void add_routes(Api& api) {
  add_session_routes(api);
  api.open_at_root("check_health", Method::get, "/healthz", [&api](Request request, Respond respond) {
    check_health(api, std::move(request), std::move(respond));
  });
}

}  // namespace himpun::http
