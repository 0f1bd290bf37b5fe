#include "core/signing/signers.h"

namespace himpun::signing {
namespace {

/// One overload an event: a forgotten one does not compile.
struct EvolveSigners {
  Signers& signers;

  void operator()(SignerNamed const& event) const { signers.by_person[event.signer.person] = event.signer; }
  void operator()(SignerRemoved const& event) const { signers.by_person.erase(event.person); }
  void operator()(AuthorityMade const& event) const {
    signers.authority = event.certificate;
    signers.revocation_list = event.revocation_list;
  }
  void operator()(AnchorTrusted const& event) const { signers.anchors.push_back(event.certificate); }
  void operator()(CertificateIssued const& event) const {
    signers.issued[event.serial] = {event.serial, event.person, event.name, event.sha256, event.not_after, {}, {}};
  }
  void operator()(CertificateRevoked const& event) const {
    auto& certificate = signers.issued[event.serial];
    certificate.revoked_at = event.at;
    certificate.revoke_reason = event.reason;
    signers.revocation_list = event.revocation_list;
  }
};

}  // namespace

void evolve(Signers& signers, SignersEvent const& event, Instant) { std::visit(EvolveSigners{signers}, event); }

NamedSigner const* find_signer(Signers const& signers, PersonId const& person) {
  auto const found = signers.by_person.find(person);
  return found == signers.by_person.end() ? nullptr : &found->second;
}

}  // namespace himpun::signing
