#include "core/signing/case_signing.h"

#include <algorithm>
#include <ranges>

#include "base/ensure.h"

namespace himpun::signing {
namespace {

/// One overload an event: a forgotten one does not compile.
struct EvolveCase {
  CaseSigning& signing;
  Instant at;

  Signing& named(std::int32_t id) const {
    ensure(id >= 1 && static_cast<std::size_t>(id) <= signing.all.size(), "a signing ends that was asked for");
    return signing.all[static_cast<std::size_t>(id) - 1];
  }

  void operator()(SigningRequested const& event) const {
    signing.all.push_back({event.id, event.subject, event.signer, event.base, event.by, at});
  }
  void operator()(SigningCompleted const& event) const {
    auto& one = named(event.id);
    one.state = SigningState::completed;
    one.ended_at = at;
    one.file = event.file;
  }
  void operator()(SigningRefused const& event) const {
    auto& one = named(event.id);
    one.state = SigningState::refused;
    one.ended_at = at;
    one.refusal_code = event.code;
    one.refusal = event.reason;
  }
};

}  // namespace

void evolve(CaseSigning& signing, CaseSigningEvent const& event, Instant at) {
  std::visit(EvolveCase{signing, at}, event);
}

Signing const* find_signing(CaseSigning const& signing, std::int32_t id) {
  auto const index = static_cast<std::size_t>(id) - 1;
  return id >= 1 && index < signing.all.size() ? &signing.all[index] : nullptr;
}

Signing const* open_signing(CaseSigning const& signing, std::string_view task) {
  for (auto const& one : std::views::reverse(signing.all)) {
    if (one.state == SigningState::requested && one.subject.task == task) return &one;
  }
  return nullptr;
}

Signing const* last_completed(CaseSigning const& signing, std::string_view paper, std::int32_t number) {
  for (auto const& one : std::views::reverse(signing.all)) {
    if (one.state == SigningState::completed && one.subject.paper == paper && one.subject.number == number) return &one;
  }
  return nullptr;
}

std::int32_t count_completed(CaseSigning const& signing, std::string_view paper, std::int32_t number,
                             SignatureKind kind) {
  return static_cast<std::int32_t>(std::ranges::count_if(signing.all, [&](Signing const& one) {
    return one.state == SigningState::completed && one.subject.paper == paper && one.subject.number == number &&
           one.subject.kind == kind;
  }));
}

}  // namespace himpun::signing
