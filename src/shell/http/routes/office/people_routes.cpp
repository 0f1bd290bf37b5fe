#include "shell/http/routes/office/people_routes.h"

#include "app/desks/agency_desk.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

using app::Desk;
using app::Sight;

void add_people(Api& api) {
  see(api, "list_people", "/people", [](Sight& sight, Call const& call) -> Result<Json> {
    auto const query = page_query(call);
    if (!query) return std::unexpected(query.error());
    return app::show_list(sight, app::require_reader(sight),
                          [&](Sight& seen) { return app::list_people(seen, *query); });
  });
  make<app::PersonRecord>(api, "create_person", "/people", app::create_person);
  see(api, "show_person", "/people/:person",
      [](Sight& sight, Call const& call) { return app::show_person(sight, access::PersonId{call.param("person")}); });
  change<app::PersonRecord>(api, "change_person", Method::put, "/people/:person", "person",
                            [](Desk& desk, Aim const& aim, app::PersonRecord const& record) {
                              return app::change_person(desk, aim.seen, access::PersonId{aim.id}, record);
                            });
}

void add_appointments(Api& api) {
  see(api, "list_appointments", "/appointments", [](Sight& sight, Call const& call) -> Result<Json> {
    auto const page = page_query(call);
    if (!page) return std::unexpected(page.error());
    app::AppointmentQuery const query{access::PersonId{call.query("person")},
                                      access::PositionId{call.query("position")}, *page};
    return app::show_list(sight, app::require_reader(sight),
                          [&](Sight& seen) { return app::list_appointments(seen, query); });
  });
  make<app::AppointmentRecord>(api, "appoint", "/appointments", app::appoint);
  see(api, "show_appointment", "/appointments/:appointment", [](Sight& sight, Call const& call) {
    return app::show_appointment(sight, access::AppointmentId{call.param("appointment")});
  });
  change<app::AppointmentEnding>(api, "end_appointment", Method::post, "/appointments/:appointment/ending",
                                 "appointment", [](Desk& desk, Aim const& aim, app::AppointmentEnding const& ending) {
                                   return app::end_appointment(desk, aim.seen, access::AppointmentId{aim.id}, ending);
                                 });
}

}  // namespace

void add_people_routes(Api& api) {
  add_people(api);
  add_appointments(api);
}

}  // namespace himpun::http
