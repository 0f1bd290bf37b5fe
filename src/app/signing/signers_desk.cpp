#include "app/signing/signers_desk.h"

#include "core/signing/code.h"
#include "core/workflow/refusals.h"
#include "core/signing/rules.h"

namespace himpun::app {
namespace {

using signing::SignerKind;

Json kinds_json(SigningRoom& room) {
  Json::Array kinds;
  for (auto const kind :
       {SignerKind::pkcs12, SignerKind::pkcs11, SignerKind::bsre_v1, SignerKind::bsre_v2, SignerKind::wet_ink}) {
    kinds.push_back(Json{}.add("kind", word_of(kind)).add("ready", room.tools().find_signer(kind) != nullptr));
  }
  return kinds;
}

std::string name_of(access::Agency const& agency, access::PersonId const& person) {
  auto const found = agency.people.find(person);
  return found == agency.people.end() ? std::string{} : found->second.name;
}

Json certificate_json(access::Agency const& agency, signing::IssuedCertificate const& one) {
  Json json;
  json.add("serial", one.serial).add("person", one.person.value).add("name", name_of(agency, one.person));
  json.add("not_after", to_text(one.not_after));
  if (one.revoked_at) json.add("revoked_at", to_text(*one.revoked_at)).add("reason", one.revoke_reason);
  return json;
}

Json body_of(SigningRoom& room, Sight& sight, signing::Signers const& signers) {
  Json::Array items;
  for (auto const& [person, signer] : signers.by_person) {
    items.push_back(Json{}
                        .add("person", person.value)
                        .add("name", name_of(sight.agency(), person))
                        .add("kind", word_of(signer.kind))
                        .add("key", signer.key));
  }
  Json::Array certificates;
  for (auto const& [serial, one] : signers.issued) certificates.push_back(certificate_json(sight.agency(), one));
  return Json{}
      .add("items", std::move(items))
      .add("kinds", kinds_json(room))
      .add("has_authority", !signers.authority.empty())
      .add("certificates", std::move(certificates));
}

Json shown(SigningRoom& room, Sight& sight, std::int64_t version, signing::Signers const& signers) {
  return Json{}.add("version", version).add("body", body_of(room, sight, signers));
}

Result<Json> carry_out(SigningRoom& room, Desk& desk, signing::SignersCommand const& command) {
  auto const known = room.signers(desk.reader);
  auto const events = signing::decide(known->state, command, desk.agency(), desk.caller);
  if (!events) return std::unexpected(events.error());
  auto after = known->state;
  auto version = known->head.version;
  if (!events->empty()) {
    auto const head = room.record(desk, known->head, *events);
    if (!head) return std::unexpected(head.error());
    version = head->version;
    for (auto const& event : *events) signing::evolve(after, event, desk.now);
  }
  return shown(room, desk, version, after);
}

/// May they, and is it what they saw.
Result<void> require_change(SigningRoom& room, Desk& desk, std::int64_t seen) {
  if (auto ok = require_administrator(desk); !ok) return ok;
  if (room.signers(desk.reader)->head.version == seen) return {};
  return refuse(signers_changed, {"Muat ulang halaman ini.", "Load this page again."});
}

Json signature_json(Sight& sight, std::string const& case_id, signing::Signing const& one, Language language) {
  Json json;
  json.add("id", one.id)
      .add("code", signing::to_text({case_id, one.id}))
      .add("task", one.subject.task)
      .add("paper", one.subject.paper)
      .add("version", one.subject.number)
      .add("kind", word_of(one.subject.kind))
      .add("signer", word_of(one.signer))
      .add("state", word_of(one.state))
      .add("name", name_of(sight.agency(), one.by.person))
      .add("position_name", access::holder_name(sight.agency(), access::holder(one.by.position)))
      .add("requested_at", to_text(one.requested_at));
  if (one.ended_at) json.add("ended_at", to_text(*one.ended_at));
  if (one.file) json.add("file", to_json(one.file->pdf)).add("certificate", one.file->certificate).add("level", one.file->level);
  if (!one.refusal_code.empty()) json.add("refusal", say(one.refusal, language));
  return json;
}

}  // namespace

Result<Json> list_signers(SigningRoom& room, Sight& sight) {
  if (auto ok = require_auditor(sight); !ok) return std::unexpected(ok.error());
  auto const known = room.signers(sight.reader);
  return shown(room, sight, known->head.version, known->state);
}

Result<Json> name_signer(SigningRoom& room, Desk& desk, std::int64_t seen, access::PersonId const& person, SignerRecord const& record) {
  if (auto ok = require_change(room, desk, seen); !ok) return std::unexpected(ok.error());
  return carry_out(room, desk, signing::NameSigner{{person, record.kind, record.key.value_or("")}});
}

Result<Json> remove_signer(SigningRoom& room, Desk& desk, std::int64_t seen, access::PersonId const& person) {
  if (auto ok = require_change(room, desk, seen); !ok) return std::unexpected(ok.error());
  return carry_out(room, desk, signing::RemoveSigner{person});
}

Result<Json> record_signers(SigningRoom& room, Desk& desk, std::vector<signing::SignersCommand> const& commands) {
  Json last;
  for (auto const& command : commands) {
    auto done = carry_out(room, desk, command);
    if (!done) return done;
    last = std::move(*done);
  }
  return last;
}

Result<Json> show_signing(SigningRoom& room, Sight& sight, workflow::TaskId const& task, Language language) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  Json json;
  auto const signers = room.signers(sight.reader);
  auto const* own = sight.caller.person ? signing::find_signer(signers->state, *sight.caller.person) : nullptr;
  json.add("needs_passphrase", own && signing::needs_passphrase(own->kind));
  json.add("ready", !own || room.tools().find_signer(own->kind) != nullptr);
  if (own) json.add("kind", word_of(own->kind));
  auto const case_id = workflow::case_of(task).value;
  auto const known = room.signing(sight.reader, case_id);
  if (auto const* open = signing::open_signing(known->state, task.value)) {
    json.add("open", signature_json(sight, case_id, *open, language));
  }
  for (auto const& one : known->state.all) {
    bool const is_last = &one == &known->state.all.back();
    if (is_last && one.subject.task == task.value && one.state == signing::SigningState::refused) {
      json.add("refusal", say(one.refusal, language));
    }
  }
  return json;
}

Result<Json> list_signatures(SigningRoom& room, Sight& sight, std::string const& case_id, Language language) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  if (!sight.books.find_case(sight.reader, case_id)->state.exists()) return refuse(workflow::case_unknown);
  Json::Array items;
  auto const known = room.signing(sight.reader, case_id);
  for (auto const& one : known->state.all) items.push_back(signature_json(sight, case_id, one, language));
  return Json{}.add("items", std::move(items));
}

Result<FileRef> find_signed_file(SigningRoom& room, Sight& sight, std::string const& case_id, std::int32_t id) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const known = room.signing(sight.reader, case_id);
  auto const* one = signing::find_signing(known->state, id);
  if (!one || !one->file) return refuse(signing::signing_unknown);
  return one->file->pdf;
}

}  // namespace himpun::app
