#include "shell/http/routes/office/agency_routes.h"

#include "app/desks/agency_desk.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

using app::Desk;
using app::Sight;

void add_agency(Api& api) {
  see(api, "show_agency", "/agency", [](Sight& sight, Call const&) { return app::show_agency(sight); });
  change<app::AgencyNaming>(api, "rename_agency", Method::put, "/agency", "",
                            [](Desk& desk, Aim const& aim, app::AgencyNaming const& naming) {
                              return app::rename_agency(desk, aim.seen, naming);
                            });
  change<app::AgencySettings>(api, "set_duty_separation", Method::put, "/agency/settings", "",
                              [](Desk& desk, Aim const& aim, app::AgencySettings const& settings) {
                                return app::set_duty_separation(desk, aim.seen, settings);
                              });
}

void add_units(Api& api) {
  see(api, "list_units", "/units", [](Sight& sight, Call const& call) -> Result<Json> {
    auto const query = page_query(call);
    if (!query) return std::unexpected(query.error());
    return app::show_list(sight, app::require_reader(sight),
                          [&](Sight& seen) { return app::list_units(seen, *query); });
  });
  make<app::UnitRecord>(api, "create_unit", "/units", app::create_unit);
  see(api, "show_unit", "/units/:unit",
      [](Sight& sight, Call const& call) { return app::show_unit(sight, access::UnitId{call.param("unit")}); });
  change<app::UnitRecord>(api, "change_unit", Method::put, "/units/:unit", "unit",
                          [](Desk& desk, Aim const& aim, app::UnitRecord const& record) {
                            return app::change_unit(desk, aim.seen, access::UnitId{aim.id}, record);
                          });
}

void add_positions(Api& api) {
  see(api, "list_positions", "/positions", [](Sight& sight, Call const& call) -> Result<Json> {
    auto const query = page_query(call);
    if (!query) return std::unexpected(query.error());
    return app::show_list(sight, app::require_reader(sight),
                          [&](Sight& seen) { return app::list_positions(seen, *query); });
  });
  make<app::PositionRecord>(api, "create_position", "/positions", app::create_position);
  see(api, "show_position", "/positions/:position", [](Sight& sight, Call const& call) {
    return app::show_position(sight, access::PositionId{call.param("position")});
  });
  change<app::PositionRecord>(api, "change_position", Method::put, "/positions/:position", "position",
                              [](Desk& desk, Aim const& aim, app::PositionRecord const& record) {
                                return app::change_position(desk, aim.seen, access::PositionId{aim.id}, record);
                              });
}

}  // namespace

void add_agency_routes(Api& api) {
  add_agency(api);
  add_units(api);
  add_positions(api);
}

}  // namespace himpun::http
