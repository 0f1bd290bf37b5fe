#include "shell/http/routes/case_steering.h"

#include "app/desks/case_desk.h"
#include "shell/http/routes/bodies.h"

namespace himpun::http {
namespace {

using namespace workflow;
using MakeCommand = std::function<Result<CaseCommand>(Call const&)>;

constexpr char const* cases_path = "/api/v1/cases/";

StartCase to_command(CaseStartBody body) {
  auto& origin = body.origin;
  return {std::move(body.title), body.period,
          Origin{origin.kind, std::move(origin.from).value_or(""), std::move(origin.number).value_or(""), origin.date,
                 origin.received_on, std::move(origin.agenda_number).value_or(""), std::move(origin.subject),
                 std::move(origin.file)},
          std::move(body.start)};
}

Answer present_started(Json started) {
  auto const* id = started.find("id")->get_if<std::string>();
  auto const* version = started.find("version")->get_if<std::int64_t>();
  Answer answer{.etag = std::to_string(*version), .location = cases_path + *id};
  answer.json = std::move(started);
  return answer;
}

Result<Order> start_case(Call const& call) {
  auto body = read_body<CaseStartBody>(call);
  if (!body) return std::unexpected(body.error());
  auto procedure = body->procedure;
  return Order{[procedure = std::move(procedure), command = to_command(std::move(*body))](app::Desk& desk) {
                 return app::start_case(desk, procedure, command);
               },
               present_started};
}

Result<Order> make_order(Call const& call, MakeCommand const& make) {
  auto command = make(call);
  if (!command) return std::unexpected(command.error());
  auto const version = call.revision();
  if (!version) return std::unexpected(version.error());
  return Order{[id = CaseId{call.param("case")}, version = *version, command = std::move(*command)](app::Desk& desk) {
    return app::steer_case(desk, id, version, command);
  }};
}

void add_command(Api& api, std::string_view operation, std::string_view noun, MakeCommand make) {
  api.command(operation, Method::post, "/cases/:case/" + std::string{noun},
              [make = std::move(make)](Call const& call) { return make_order(call, make); });
}

/// A command that only says why.
template <class Command>
void add_reasoned(Api& api, std::string_view operation, std::string_view noun) {
  add_command(api, operation, noun, [](Call const& call) -> Result<CaseCommand> {
    auto body = read_body<ReasonBody>(call);
    if (!body) return std::unexpected(body.error());
    return CaseCommand{Command{std::move(body->reason)}};
  });
}

Result<CaseCommand> resume(Call const& call) {
  auto const body = read_nothing(call);
  if (!body) return std::unexpected(body.error());
  return CaseCommand{ResumeCase{}};
}

/// The entry is one of this case's own.
Result<CaseCommand> correction(Call const& call) {
  auto body = read_body<CorrectionBody>(call);
  if (!body) return std::unexpected(body.error());
  auto const event = journal::parse_event_id(body->event);
  if (!event || event->stream != app::case_stream(call.param("case"))) {
    return std::unexpected(
        Problem{.type = &event_unknown,
                .fields = {{"/event", {"sebut catatan dari berkas ini", "name an entry of this case"}}}});
  }
  return CaseCommand{RecordCorrection{event->version, std::move(body->text)}};
}

Result<Order> correct_event(Call const& call) {
  auto order = make_order(call, correction);
  if (!order) return order;
  order->present = [path = cases_path + call.param("case") + "/history"](Json receipt) {
    return Answer{.json = std::move(receipt), .location = path};
  };
  return order;
}

Result<Order> migrate_case(Call const& call) {
  auto const body = read_body<MigrationBody>(call);
  if (!body) return std::unexpected(body.error());
  auto const version = call.revision();
  if (!version) return std::unexpected(version.error());
  return Order{[id = CaseId{call.param("case")}, version = *version, to = body->version](app::Desk& desk) {
    return app::move_case(desk, id, version, to);
  }};
}

}  // namespace

void add_case_steering(Api& api) {
  api.command("start_case", Method::post, "/cases", start_case);
  add_reasoned<SuspendCase>(api, "suspend_case", "suspension");
  add_command(api, "resume_case", "resumption", resume);
  add_reasoned<CancelCase>(api, "cancel_case", "cancellation");
  add_reasoned<WithdrawDisposition>(api, "withdraw_disposition", "withdrawal");
  api.command("correct_event", Method::post, "/cases/:case/corrections", correct_event);
  api.command("migrate_case", Method::post, "/cases/:case/migration", migrate_case);
}

}  // namespace himpun::http
