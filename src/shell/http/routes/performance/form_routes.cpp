#include "shell/http/routes/performance/form_routes.h"

#include "app/views/performance/form_view.h"
#include "app/views/performance/owed_view.h"
#include "shell/http/routes/performance/form_bodies.h"

namespace himpun::http {
namespace {

using namespace performance;
using Commands = std::vector<CollectionCommand>;

app::FormAim aim_of(Call const& call) {
  return {workflow::CaseId{call.param("case")}, UnitId{call.param("unit")}, call.language()};
}

/// A route below a form whose body becomes commands; rows carry the revisions the caller saw.
template <class Body>
void act(Api& api, std::string_view operation, std::string_view noun,
         std::function<Commands(UnitId const&, Body const&)> translate) {
  api.command(operation, Method::post, "/cases/:case/forms/:unit/" + std::string{noun},
              [translate = std::move(translate)](Call const& call) -> Result<Order> {
                auto body = call.body<Body>();
                if (!body) return std::unexpected(body.error());
                return Order{[aim = aim_of(call), body = std::move(*body), translate](app::Desk& desk) {
                               return app::act_on_form(desk, aim, translate(aim.unit, body));
                             },
                             [](Json json) { return Answer{std::move(json)}; }};
              });
}

struct EmptyBody {};
BOOST_DESCRIBE_STRUCT(EmptyBody, (), ())

std::vector<EvidenceUse> uses_of(UnitId const& unit, std::vector<UseBody> const& bodies) {
  std::vector<EvidenceUse> uses;
  for (auto const& each : bodies) uses.push_back({{unit, each.kind, each.subject}, each.page});
  return uses;
}

Commands to_entries(UnitId const& unit, EntriesBody const& body) {
  EnterValues command;
  for (auto const& row : body.rows) {
    command.rows.push_back({{unit, row.kind, row.subject}, row.if_revision, row.entry});
  }
  return {std::move(command)};
}

Commands to_acceptances(UnitId const& unit, RowsBody const& body) {
  Commands commands;
  for (auto const& row : body.rows) commands.push_back(AcceptRow{{unit, row.kind, row.subject}, row.if_revision});
  return commands;
}

Commands to_returns(UnitId const& unit, RowsReturnBody const& body) {
  Commands commands;
  for (auto const& row : body.rows) {
    commands.push_back(ReturnRow{{unit, row.kind, row.subject}, row.if_revision, body.comment});
  }
  return commands;
}

EvidenceKind kind_of(EvidenceBody const& body) {
  if (body.file) return EvidenceKind::file;
  return body.link ? EvidenceKind::link : EvidenceKind::physical;
}

/// Evidence gets its id when it is carried out, so it is translated there.
void add_evidence(Api& api) {
  api.command("attach_evidence", Method::post, "/cases/:case/forms/:unit/evidence",
              [](Call const& call) -> Result<Order> {
                auto body = call.body<EvidenceBody>();
                if (!body) return std::unexpected(body.error());
                auto const make = [aim = aim_of(call), body = std::move(*body)](app::Desk& desk) {
                  auto const id = body.id.value_or(EvidenceId{desk.world.make_id()});
                  Evidence const piece{id,        kind_of(body),           body.title,
                                       body.file, body.link.value_or(""), body.place.value_or("")};
                  return app::act_on_form(desk, aim, {AttachEvidence{piece, uses_of(aim.unit, body.uses)}});
                };
                return Order{make, [](Json json) { return Answer{std::move(json)}; }};
              });
  api.command("reuse_evidence", Method::post, "/cases/:case/forms/:unit/evidence/:evidence/uses",
              [](Call const& call) -> Result<Order> {
                auto body = call.body<UsesBody>();
                if (!body) return std::unexpected(body.error());
                EvidenceId const id{call.param("evidence")};
                return Order{[aim = aim_of(call), id, body = std::move(*body)](app::Desk& desk) {
                               return app::act_on_form(desk, aim, {ReuseEvidence{id, uses_of(aim.unit, body.uses)}});
                             },
                             [](Json json) { return Answer{std::move(json)}; }};
              });
  api.command("detach_evidence", Method::post, "/cases/:case/forms/:unit/evidence/:evidence/detachment",
              [](Call const& call) -> Result<Order> {
                auto body = call.body<UsesBody>();
                if (!body) return std::unexpected(body.error());
                EvidenceId const id{call.param("evidence")};
                auto const detach = [aim = aim_of(call), id, body = std::move(*body)](app::Desk& desk) {
                  Commands commands;
                  for (auto const& use : uses_of(aim.unit, body.uses)) commands.push_back(DetachEvidence{id, use.row});
                  return app::act_on_form(desk, aim, commands);
                };
                return Order{detach, [](Json json) { return Answer{std::move(json)}; }};
              });
}

void add_acts(Api& api) {
  act<EntriesBody>(api, "enter_values", "entries", to_entries);
  act<EmptyBody>(api, "submit_form", "submission",
                 [](UnitId const& unit, EmptyBody const&) { return Commands{SubmitForm{unit}}; });
  act<RowsBody>(api, "accept_rows", "acceptance", to_acceptances);
  act<RowsReturnBody>(api, "return_rows", "rejection", to_returns);
  act<WaiverBody>(api, "waive_warning", "waivers", [](UnitId const& unit, WaiverBody const& body) {
    return Commands{WaiveWarning{{unit, body.kind, body.subject}, body.if_revision, body.code, body.reason}};
  });
  act<EmptyBody>(api, "remind_division", "reminders", [](UnitId const& unit, EmptyBody const&) {
    return Commands{RemindDivision{unit, ReminderStage::asked}};
  });
  act<ValueCorrectionBody>(api, "correct_value", "corrections", [](UnitId const& unit, ValueCorrectionBody const& body) {
    return Commands{CorrectValue{{unit, body.kind, body.subject}, body.if_revision, body.value, body.reason, {}}};
  });
}

template <class View>
Result<Answer> shown(Result<View> const& view) {
  if (!view) return std::unexpected(view.error());
  return Answer{to_json(*view)};
}

}  // namespace

void add_form_routes(Api& api) {
  api.look("show_collection", Method::get, "/cases/:case/collection",
           [](app::Sight& sight, Call const& call) -> Result<Answer> {
             if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
             return shown(app::show_collection(sight, workflow::CaseId{call.param("case")}, call.language()));
           });
  api.look("show_form", Method::get, "/cases/:case/forms/:unit",
           [](app::Sight& sight, Call const& call) -> Result<Answer> {
             if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
             return shown(app::show_form(sight, aim_of(call)));
           });
  api.look("list_earlier_evidence", Method::get, "/cases/:case/forms/:unit/earlier-evidence",
           [](app::Sight& sight, Call const& call) -> Result<Answer> {
             if (auto ok = app::require_reader(sight); !ok) return std::unexpected(ok.error());
             auto const pieces = app::earlier_evidence(sight, aim_of(call));
             if (!pieces) return std::unexpected(pieces.error());
             return Answer{Json{}.add("items", to_json(*pieces))};
           });
  api.look("list_owed_forms", Method::get, "/owed-forms", [](app::Sight& sight, Call const& call) -> Result<Answer> {
    return Answer{Json{}.add("items", to_json(app::owed_to_caller(sight, call.language())))};
  });
  add_acts(api);
  add_evidence(api);
}

}  // namespace himpun::http
