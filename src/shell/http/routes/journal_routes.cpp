#include "shell/http/routes/journal_routes.h"

#include "app/desks/journal_desk.h"
#include "shell/http/versioned.h"

namespace himpun::http {

using app::Sight;

void add_journal_routes(Api& api) {
  see(api, "list_journal", "/journal", [](Sight& sight, Call const& call) -> Result<Json> {
    auto const page = page_query(call);
    if (!page) return std::unexpected(page.error());
    return app::list_journal(sight, {call.query("stream"), *page}, call.language());
  });
  see(api, "prove_event", "/journal/events/:event/proof",
      [](Sight& sight, Call const& call) { return app::prove_event(sight, call.param("event")); });
  see(api, "list_checkpoints", "/journal/checkpoints", [](Sight& sight, Call const& call) -> Result<Json> {
    auto const page = page_query(call);
    if (!page) return std::unexpected(page.error());
    return app::list_checkpoints(sight, *page);
  });
  // It only reads, so repeating it under the same Idempotency-Key is harmless by itself.
  api.look("verify_journal", Method::post, "/journal/verifications",
           [](Sight& sight, Call const& call) { return shown(app::show_verification(sight, call.language())); });
}

}  // namespace himpun::http
