// What the holder of a task can do with it: one POST each, below /tasks/{task}.

#include "shell/http/routes/task_acts.h"

#include "app/desks/case_desk.h"
#include "shell/http/routes/bodies.h"

namespace himpun::http {
namespace {

using namespace workflow;
using MakeAct = std::function<Result<TaskAct>(Call const&)>;

Order order_of(TaskCommand command, Identity identity) {
  return {
      [command = std::move(command), identity](app::Desk& desk) { return app::act_on_task(desk, command, identity); }};
}

Result<Order> make_order(Call const& call, MakeAct const& make, Identity identity) {
  auto act = make(call);
  if (!act) return std::unexpected(act.error());
  auto const revision = call.revision();
  if (!revision) return std::unexpected(revision.error());
  return order_of({TaskId{call.param("task")}, *revision, std::move(*act)}, identity);
}

void add_act(Api& api, std::string_view operation, std::string_view noun, MakeAct make) {
  api.command(operation, Method::post, "/tasks/:task/" + std::string{noun},
              [make = std::move(make)](Call const& call) { return make_order(call, make, Identity::session); });
}

/// A route whose body becomes its command by `translate`.
template <class Body, class Translate>
void add_act(Api& api, std::string_view operation, std::string_view noun, Translate translate) {
  add_act(api, operation, noun, [translate](Call const& call) -> Result<TaskAct> {
    auto body = read_body<Body>(call);
    if (!body) return std::unexpected(body.error());
    return TaskAct{translate(std::move(*body))};
  });
}

/// A route without anything to say in its body.
template <class Command>
void add_plain_act(Api& api, std::string_view operation, std::string_view noun) {
  add_act(api, operation, noun, [](Call const& call) -> Result<TaskAct> {
    auto const body = read_nothing(call);
    if (!body) return std::unexpected(body.error());
    return TaskAct{Command{}};
  });
}

Content content_of(std::optional<std::string>& text, std::optional<FileRef>& file,
                   std::optional<std::string>& reference) {
  if (file) return {ContentKind::file, {}, std::move(file), {}};
  if (text) return {ContentKind::text, std::move(*text), {}, {}};
  return {ContentKind::reference, std::move(reference).value_or(""), {}, {}};
}

PresentInput to_command(InputPresentationBody body) {
  if (body.paper) return {body.index, {ContentKind::paper, std::move(*body.paper), {}, {}}};
  std::optional<std::string> no_text;
  return {body.index, content_of(no_text, body.file, body.reference)};
}

TaskAct to_command(CompletionBody body) {
  if (!body.disposition) {
    return CompleteTask{std::move(body.note), std::move(body.outcome), std::move(body.reason),
                        std::move(body.missing_reason)};
  }
  auto& sheet = *body.disposition;
  auto note = sheet.note ? std::move(*sheet.note) : std::move(body.note).value_or("");
  return Dispose{{std::move(sheet.to), sheet.nature, std::move(sheet.instructions), std::move(note)}};
}

ArchiveCase to_command(ArchivingBody body) {
  return {
      {std::move(body.classification), body.active_years, body.inactive_years, body.disposal, std::move(body.location)},
      std::move(body.missing_reason)};
}

void add_reading(Api& api) {
  api.command("read_task", Method::post, "/tasks/:task/reading", [](Call const& call) -> Result<Order> {
    return order_of({TaskId{call.param("task")}, std::nullopt, ReadTask{}}, Identity::session);
  });
}

}  // namespace

void add_task_acts(Api& api) {
  add_reading(api);
  add_act<InputPresentationBody>(api, "present_input", "inputs",
                                 [](InputPresentationBody body) { return to_command(std::move(body)); });
  add_act<PaperWritingBody>(api, "write_paper", "papers", [](PaperWritingBody body) {
    return WritePaper{content_of(body.text, body.file, body.reference)};
  });
  add_act<CompletionBody>(api, "complete_task", "completion",
                          [](CompletionBody body) { return to_command(std::move(body)); });
  add_act<ReturnBody>(api, "return_task", "return", [](ReturnBody body) {
    return ReturnStep{std::move(body.to), std::move(body.reason)};
  });
  add_act<AnswerBody>(api, "answer_request", "answer", [](AnswerBody body) {
    return AnswerRequest{std::move(body.text), std::move(body.numbers), std::move(body.files)};
  });
  add_plain_act<AcceptRequest>(api, "accept_answer", "acceptance");
  add_act<RejectionBody>(api, "reject_answer", "rejection",
                         [](RejectionBody body) { return RejectRequest{std::move(body.comment)}; });
  add_act<DistributionBody>(api, "distribute_paper", "distribution", [](DistributionBody body) {
    return Distribute{std::move(body.recipients), std::move(body.note).value_or("")};
  });
  add_act<ArchivingBody>(api, "archive_case", "archiving",
                         [](ArchivingBody body) { return to_command(std::move(body)); });
  add_plain_act<ConfirmReceipt>(api, "confirm_receipt", "receipt");
}

}  // namespace himpun::http
