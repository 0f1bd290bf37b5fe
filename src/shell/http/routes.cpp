#include "shell/http/routes.h"

#include "shell/http/routes/archive/archive_routes.h"
#include "shell/http/routes/office/account_routes.h"
#include "shell/http/routes/office/agency_routes.h"
#include "shell/http/routes/office/calendar_routes.h"
#include "shell/http/routes/journal_routes.h"
#include "shell/http/routes/office/people_routes.h"
#include "shell/http/routes/procedure_routes.h"
#include "shell/http/routes/case_routes.h"
#include "shell/http/routes/watch/event_routes.h"
#include "shell/http/routes/file_routes.h"
#include "shell/http/routes/paper_routes.h"
#include "shell/http/routes/task_routes.h"
#include "shell/http/routes/office/session_routes.h"
#include "shell/http/routes/performance/catalogue_routes.h"
#include "shell/http/routes/performance/exchange_routes.h"
#include "shell/http/routes/performance/form_routes.h"
#include "shell/http/routes/performance/decision_routes.h"
#include "shell/http/routes/performance/result_routes.h"
#include "shell/http/routes/reports/report_routes.h"

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
  add_task_routes(api);
  add_case_routes(api);
  add_file_routes(api);
  add_event_routes(api);
  add_procedure_routes(api);
  add_paper_routes(api);
  add_agency_routes(api);
  add_people_routes(api);
  add_account_routes(api);
  add_calendar_routes(api);
  add_journal_routes(api);
  add_catalogue_routes(api);
  add_form_routes(api);
  add_result_routes(api);
  add_decision_routes(api);
  add_exchange_routes(api);
  add_report_routes(api);
  add_archive_routes(api);
  add_outgoing_routes(api);
  add_disposal_routes(api);
  add_receipt_page(api);
  api.open_at_root("check_health", Method::get, "/healthz", [&api](Request request, Respond respond) {
    check_health(api, std::move(request), std::move(respond));
  });
}

}  // namespace himpun::http
