#include "shell/http/routes/procedure_routes.h"

#include <charconv>

#include "app/bpmn/bpmn.h"
#include "shell/http/routes/downloads.h"
#include "shell/http/routes/file_routes.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

using app::Desk;
using app::Sight;

constexpr char const* upload_name = "sop.yaml";  ///< what messages call a file that came without a name

struct AssignmentOrder {
  std::vector<procedure::PerformerAssignment> assignments;
};
BOOST_DESCRIBE_STRUCT(AssignmentOrder, (), (assignments))

Result<std::int64_t> version_of(Call const& call) {
  auto const& text = call.param("version");
  std::int64_t version = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (error == std::errc{} && end == text.data() + text.size()) return version;
  return refuse(app::procedure_version_unknown);
}

Result<Answer> check_file(Sight& sight, Call const& call) {
  if (has_type(call, "application/xml")) {
    auto checked = app::check_bpmn(sight, call.request().body, "diagram.bpmn", call.language());
    if (!checked) return std::unexpected(checked.error());
    return Answer{std::move(*checked)};
  }
  auto const yaml = yaml_of(call);
  if (!yaml) return std::unexpected(yaml.error());
  if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const checked = procedure::check_procedure(*yaml, upload_name);
  return Answer{app::check_view(checked, sight.calendar(), call.language())};
}

Answer adopted(Json json) {
  auto const text = [&](char const* name) { return *json.find(name)->get_if<std::string>(); };
  auto const version = *json.find("version")->get_if<std::int64_t>();
  auto location = "/api/v1/procedures/" + text("id") + "/versions/" + std::to_string(version);
  return Answer{.json = std::move(json), .location = std::move(location)};
}

/// The file is read and proven here, on a worker thread, for administrators only.
Result<Order> order_adoption(Api& api, Call const& call) {
  auto yaml = yaml_of(call);
  if (!yaml) return std::unexpected(yaml.error());
  auto const may = api.office().look(call.session().account, [](Sight& sight) -> Result<Json> {
    if (auto ok = app::require_administrator(sight); !ok) return std::unexpected(ok.error());
    return Json{};
  });
  if (!may) return std::unexpected(may.error());
  auto file = app::check_file(std::move(*yaml), upload_name);
  if (!file) return std::unexpected(file.error());
  auto shared = std::make_shared<app::CheckedFile const>(std::move(*file));
  return Order{
      [shared, language = call.language()](Desk& desk) { return app::adopt_procedure(desk, *shared, language); },
      adopted};
}

void add_versions(Api& api) {
  see(api, "show_procedure_version", "/procedures/:procedure/versions/:version",
      [](Sight& sight, Call const& call) -> Result<Json> {
        auto const version = version_of(call);
        if (!version) return std::unexpected(version.error());
        procedure::ProcedureId const id{call.param("procedure")};
        return app::show_procedure_version(sight, id, *version, call.language());
      });
  add_download(api, "download_bpmn", "/procedures/:procedure/versions/:version/bpmn",
               [](Sight& sight, Call const& call) -> Result<Response> {
                 auto const version = version_of(call);
                 if (!version) return std::unexpected(version.error());
                 procedure::ProcedureId const id{call.param("procedure")};
                 auto made = app::procedure_bpmn(sight, id, *version);
                 if (!made) return std::unexpected(made.error());
                 Response response{.body = std::move(made->bytes)};
                 response.set("Content-Type", "application/xml");
                 response.set("Content-Disposition", attachment(made->name));
                 return response;
               });
  see(api, "show_sheet", "/procedures/:procedure/versions/:version/sheet",
      [](Sight& sight, Call const& call) -> Result<Json> {
        auto const version = version_of(call);
        if (!version) return std::unexpected(version.error());
        return app::show_sheet(sight, procedure::ProcedureId{call.param("procedure")}, *version);
      });
}

}  // namespace

void add_procedure_routes(Api& api) {
  see(api, "list_procedures", "/procedures", [](Sight& sight, Call const& call) -> Result<Json> {
    auto const query = page_query(call);
    if (!query) return std::unexpected(query.error());
    return app::list_procedures(sight, *query);
  });
  api.slow_command("adopt_procedure", Method::post, "/procedures",
                   [&api](Call const& call) { return order_adoption(api, call); });
  api.look("check_procedure", Method::post, "/procedures/checks", check_file);
  see(api, "show_procedure", "/procedures/:procedure", [](Sight& sight, Call const& call) {
    return app::show_procedure(sight, procedure::ProcedureId{call.param("procedure")});
  });
  change<AssignmentOrder>(api, "assign_procedure", Method::put, "/procedures/:procedure/assignments", "procedure",
                          [](Desk& desk, Aim const& aim, AssignmentOrder const& order) {
                            return app::assign_procedure(desk, aim.seen, procedure::ProcedureId{aim.id},
                                                         order.assignments);
                          });
  add_versions(api);
}

}  // namespace himpun::http
