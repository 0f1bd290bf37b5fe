#include "app/signing/begun.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/papers/editions.h"
#include "app/signing/base_pdf.h"
#include "base/ensure.h"
#include "core/signing/code.h"
#include "core/signing/rules.h"

namespace himpun::app {
namespace {

using workflow::Case;
using workflow::MarkKind;

struct Subject {
  workflow::Task const* task = nullptr;
  workflow::Paper const* paper = nullptr;
  procedure::Step const* step = nullptr;
};

signing::SignatureKind kind_of(MarkKind kind) {
  return kind == MarkKind::initials ? signing::SignatureKind::initials : signing::SignatureKind::signature;
}

Result<Subject> find_subject(RunningCase const& running, workflow::TaskId const& id) {
  Subject subject;
  subject.task = workflow::find_task(running.state(), id);
  if (!subject.task) return refuse(workflow::task_unknown);
  for (auto const& step : running.procedure->steps) {
    if (step.id == subject.task->step) subject.step = &step;
  }
  ensure(subject.step != nullptr, "a task is of a step of its procedure");
  subject.paper = workflow::paper_of(running.state(), *subject.step);
  if (!subject.paper) return refuse(workflow::paper_missing);
  return subject;
}

/// Asks the rules of the case, and changes nothing: no key is troubled for what may not be.
Result<workflow::By> may_mark(Desk& desk, RunningCase const& running, MarkOrder const& order) {
  workflow::Occasion const occasion{
      desk.now, desk.caller, desk.agency(), desk.calendar(), *running.procedure, workflow::Identity::proven};
  auto const decision =
      workflow::decide(running.state(), workflow::TaskCommand{order.task, order.revision, order.mark}, occasion);
  if (!decision) return std::unexpected(decision.error());
  auto const* task = workflow::find_task(running.state(), order.task);
  return workflow::who_acts(running.state(), *task, occasion);
}

std::string position_words(access::Agency const& agency, workflow::By const& by) {
  auto const name = access::holder_name(agency, access::holder(by.position));
  switch (by.standing) {
    case access::Standing::plt:
      return "Plt. " + name;
    case access::Standing::plh:
      return "Plh. " + name;
    case access::Standing::delegation:
      return "a.n. " + name;
    case access::Standing::definitive:
      return name;
  }
  return name;
}

/// Nobody signs after the last signature of the procedure's only step that signs.
signing::Closing closing_of(RunningCase const& running, signing::SigningSubject const& subject) {
  if (subject.kind == signing::SignatureKind::initials) return signing::Closing::open;
  auto const steps = std::ranges::count(running.procedure->steps, procedure::StepKind::signature,
                                        [](procedure::Step const& step) { return step.kind; });
  auto const waiting = std::ranges::count_if(running.state().tasks, [](workflow::Task const& task) {
    return task.is_open() && task.action == workflow::Action::sign;
  });
  return steps == 1 && waiting <= 1 ? signing::Closing::closing : signing::Closing::open;
}

std::string url_of(SigningRoom& room, std::string const& code) {
  auto const address = room.tools().public_address();
  return address.empty() ? "himpun:" + code : address + "/verifikasi?kode=" + code;
}

struct Planned {
  signing::SigningSubject subject;
  std::int32_t id = 1;
  std::int32_t earlier = 0;  ///< signatures of this kind in the version
  workflow::By by;
  signing::SignerKind signer = signing::SignerKind::pkcs12;
};

/// Where the QR code leads. On a print it also names the content, so that a scan of an older version is not taken.
std::string stamp_url(SigningRoom& room, Planned const& planned, std::string const& code) {
  auto const url = url_of(room, code);
  bool const is_print = planned.signer == signing::SignerKind::wet_ink;
  return is_print ? url + "&sidik=" + planned.subject.sha256.substr(0, 16) : url;
}

/// The printed paper's own places, in their order; an uploaded PDF has none.
std::optional<signing::StampBox> box_of(Sight& sight, RunningCase const& running, Planned const& planned) {
  auto const edition =
      show_edition(sight, {running.state().id, planned.subject.paper, planned.subject.number});
  if (!edition) return std::nullopt;
  bool const is_initials = planned.subject.kind == signing::SignatureKind::initials;
  auto const kind = is_initials ? document::PlaceKind::initials : document::PlaceKind::signature;
  auto before = planned.earlier;
  for (auto const& place : edition->places) {
    if (place.kind != kind || before-- > 0) continue;
    return signing::StampBox{place.page, place.x / 100.0, place.y / 100.0, place.width / 100.0, place.height / 100.0};
  }
  return std::nullopt;
}

signing::PdfSignature describe(SigningRoom& room, Sight& sight, RunningCase const& running, Planned const& planned) {
  auto const& person = sight.agency().people.at(planned.by.person);
  bool const is_initials = planned.subject.kind == signing::SignatureKind::initials;
  auto const number = std::to_string(planned.earlier + 1);
  auto const code = signing::to_text({running.state().id.value, planned.id});
  signing::PdfSignature signature;
  signature.kind = planned.subject.kind;
  signature.closing = closing_of(running, planned.subject);
  signature.field = (is_initials ? "Paraf " : "Tanda tangan ") + number;
  signature.reason = std::string{is_initials ? "Paraf" : "Pengesahan"} + " naskah versi " +
                     std::to_string(planned.subject.number) + ", " + std::string{signing::code_words} + code;
  signature.location = sight.agency().region;
  signature.at = std::chrono::floor<std::chrono::seconds>(sight.now);
  signature.stamp = {planned.earlier,
                     position_words(sight.agency(), planned.by),
                     person.name,
                     person.nip,
                     stamp_url(room, planned, code),
                     box_of(sight, running, planned)};
  return signature;
}

Result<void> record(SigningRoom& room, Desk& desk, Begun const& begun,
                    Result<std::vector<signing::CaseSigningEvent>> events) {
  if (!events) return std::unexpected(events.error());
  auto const head = room.record(desk, begun.file.value, *events, begun.position);
  if (!head) return std::unexpected(head.error());
  return {};
}

}  // namespace

std::optional<signing::NamedSigner> signer_of(SigningRoom& room, Sight& sight) {
  if (!sight.caller.person) return std::nullopt;
  auto const signers = room.signers(sight.reader);
  auto const* named = signing::find_signer(signers->state, *sight.caller.person);
  return named ? std::optional{*named} : std::nullopt;
}

Result<std::optional<Begun>> begin_signing(SigningRoom& room, Desk& desk, MarkOrder const& order,
                                           signing::NamedSigner const& signer) {
  auto const running = find_running_case(desk, workflow::case_of(order.task));
  if (!running) return refuse(workflow::task_unknown);
  auto const by = may_mark(desk, *running, order);
  if (!by) return std::unexpected(by.error());
  auto const subject = find_subject(*running, order.task);
  if (!subject) return std::unexpected(subject.error());
  auto const& version = subject->paper->latest();
  Planned planned{{order.task.value, kind_of(*order.mark.kind), subject->paper->key, version.number, version.sha256},
                  1, 0, *by, signer.kind};
  auto const known = room.signing(desk.reader, running->state().id.value);
  auto const base = base_pdf(desk, *running, known->state, planned.subject);
  if (!base) return std::unexpected(base.error());
  if (!*base) return std::optional<Begun>{};
  planned.id = static_cast<std::int32_t>(known->state.all.size()) + 1;
  planned.earlier =
      signing::count_completed(known->state, planned.subject.paper, version.number, planned.subject.kind);
  Begun begun{running->state().id, planned.id,           signer, **base, describe(room, desk, *running, planned),
              by->position.value};
  auto const recorded = record(
      room, desk, begun, signing::begin(known->state, {planned.subject, signer.kind, begun.base, *by}, desk.now));
  if (!recorded) return std::unexpected(recorded.error());
  return std::optional{std::move(begun)};
}

Result<Begun> find_begun(SigningRoom& room, Sight& sight, workflow::CaseId const& file, signing::Signing const& one) {
  auto const running = find_running_case(sight, file);
  if (!running) return std::unexpected(running.error());
  auto const known = room.signing(sight.reader, file.value);
  Planned const planned{one.subject, one.id,
                        signing::count_completed(known->state, one.subject.paper, one.subject.number, one.subject.kind),
                        one.by, one.signer};
  return Begun{file,     one.id,
               {one.by.person, one.signer, {}},
               one.base, describe(room, sight, *running, planned),
               one.by.position.value};
}

Result<Json> complete_signing(SigningRoom& room, Desk& desk, MarkOrder const& order, Begun const& begun,
                              signing::SignedFile const& file) {
  auto const known = room.signing(desk.reader, begun.file.value);
  if (auto ok = record(room, desk, begun, signing::complete(known->state, begun.id, file)); !ok) {
    return std::unexpected(ok.error());
  }
  return act_on_task(desk, {order.task, order.revision, order.mark}, workflow::Identity::proven);
}

Result<Json> record_refusal(SigningRoom& room, Desk& desk, Begun const& begun, Problem const& why) {
  auto const known = room.signing(desk.reader, begun.file.value);
  if (auto ok = record(room, desk, begun, signing::refuse_signing(known->state, begun.id, why)); !ok) {
    return std::unexpected(ok.error());
  }
  return Json{};
}

Result<FileRef> keep_bytes(World const& world, std::string const& bytes, std::string const& name,
                           std::string const& media_type) {
  auto const path = world.scratch_folder + "/signed-" + world.make_id();
  {
    std::ofstream file{path, std::ios::binary};
    file << bytes;
    if (!file.flush()) throw StoreFailure(path + ": cannot be written");
  }
  FileRef const kept{to_hex(sha256(bytes)), name, media_type, static_cast<std::int64_t>(bytes.size())};
  world.blobs.keep(path, kept.sha256, kept.size);
  return kept;
}

Result<std::string> read_bytes(World const& world, FileRef const& file) {
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(std::max<std::int64_t>(file.size, 0)));
  auto const read = world.blobs.read(file.sha256, [&](std::string_view piece) { bytes += piece; });
  if (!read) return std::unexpected(read.error());
  return bytes;
}

}  // namespace himpun::app
