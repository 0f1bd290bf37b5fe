#include "core/signing/rules.h"

namespace himpun::signing {
namespace {

using CaseEvents = std::vector<CaseSigningEvent>;

SigningRefused refused(std::int32_t id, ProblemType const& type) {
  return {id, std::string{type.code}, {std::string{type.title_id}, std::string{type.title_en}}};
}

/// Title and detail: what a person must know later on.
Words words_of(Problem const& problem) {
  auto const join = [](std::string_view title, std::string const& detail) {
    return detail.empty() ? std::string{title} : std::string{title} + ". " + detail;
  };
  return {join(problem.type->title_id, problem.detail.id), join(problem.type->title_en, problem.detail.en)};
}

Result<Signing const*> find_open(CaseSigning const& signing, std::int32_t id) {
  auto const* one = find_signing(signing, id);
  if (!one) return refuse(signing_unknown);
  if (one->state != SigningState::requested) return refuse(signing_ended);
  return one;
}

}  // namespace

Result<CaseEvents> begin(CaseSigning const& signing, BeginSigning const& command, Instant now) {
  CaseEvents events;
  if (auto const* open = open_signing(signing, command.subject.task)) {
    bool const is_print = open->signer == SignerKind::wet_ink;
    if (!is_print && now - open->requested_at < longest_signing) return refuse(under_way);
    events.emplace_back(refused(open->id, is_print ? replaced : cut_off));
  }
  auto const id = static_cast<std::int32_t>(signing.all.size()) + 1;
  events.emplace_back(SigningRequested{id, command.subject, command.signer, command.base, command.by});
  return events;
}

Result<CaseEvents> complete(CaseSigning const& signing, std::int32_t id, SignedFile const& file) {
  auto const open = find_open(signing, id);
  if (!open) return std::unexpected(open.error());
  return CaseEvents{SigningCompleted{id, file}};
}

Result<CaseEvents> refuse_signing(CaseSigning const& signing, std::int32_t id, Problem const& why) {
  auto const open = find_open(signing, id);
  if (!open) return std::unexpected(open.error());
  return CaseEvents{SigningRefused{id, std::string{why.type->code}, words_of(why)}};
}

}  // namespace himpun::signing
