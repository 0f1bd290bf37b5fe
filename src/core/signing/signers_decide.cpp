#include "core/signing/signers_decide.h"

#include <algorithm>

namespace himpun::signing {
namespace {

using SignersEvents = std::vector<SignersEvent>;

Result<void> require_person(access::Agency const& agency, PersonId const& person) {
  if (agency.people.contains(person)) return {};
  return refuse(access::person_unknown);
}

bool is_nik(std::string const& text) {
  return text.size() == 16 && std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// A key file is named, never pathed: what the name may be keeps it inside the office's folder.
bool is_file_name(std::string const& text) {
  constexpr std::string_view allowed{"abcdefghijklmnopqrstuvwxyz0123456789-_."};
  return !text.empty() && text.size() <= 64 && text.front() != '.' &&
         text.find_first_not_of(allowed) == std::string::npos;
}

Result<void> require_key(NamedSigner const& signer) {
  switch (signer.kind) {
    case SignerKind::pkcs12:
      if (is_file_name(signer.key)) return {};
      return refuse(signer_key_missing, {"Sebut nama berkas kunci: huruf kecil, angka, titik, tanda hubung.",
                                         "Name the key file: small letters, digits, points, hyphens."});
    case SignerKind::pkcs11:
      if (signer.key.starts_with("pkcs11:") && signer.key.size() <= 512) return {};
      return refuse(signer_key_missing, {"Sebut alamat kunci, misalnya pkcs11:token=kantor;object=kadis.",
                                         "Name the key's address, such as pkcs11:token=kantor;object=kadis."});
    case SignerKind::bsre_v1:
    case SignerKind::bsre_v2:
      if (is_nik(signer.key)) return {};
      return refuse(nik_invalid);
    case SignerKind::wet_ink:
      return {};
  }
  return {};
}

struct Decide {
  Signers const& signers;
  access::Agency const& agency;

  Result<SignersEvents> operator()(NameSigner const& command) const {
    if (auto ok = require_person(agency, command.signer.person); !ok) return std::unexpected(ok.error());
    if (auto ok = require_key(command.signer); !ok) return std::unexpected(ok.error());
    auto const* known = find_signer(signers, command.signer.person);
    if (known && *known == command.signer) return SignersEvents{};
    return SignersEvents{SignerNamed{command.signer}};
  }
  Result<SignersEvents> operator()(RemoveSigner const& command) const {
    if (!find_signer(signers, command.person)) return SignersEvents{};
    return SignersEvents{SignerRemoved{command.person}};
  }
  Result<SignersEvents> operator()(RecordAuthority const& command) const {
    if (!signers.authority.empty()) return refuse(authority_exists);
    return SignersEvents{AuthorityMade{command.certificate, command.revocation_list}};
  }
  Result<SignersEvents> operator()(TrustAnchor const& command) const {
    if (std::ranges::find(signers.anchors, command.certificate) != signers.anchors.end()) return SignersEvents{};
    return SignersEvents{AnchorTrusted{command.certificate, command.reason}};
  }
  Result<SignersEvents> operator()(RecordIssue const& command) const {
    if (signers.authority.empty()) return refuse(authority_missing);
    if (auto ok = require_person(agency, command.issued.person); !ok) return std::unexpected(ok.error());
    return SignersEvents{command.issued};
  }
  Result<SignersEvents> operator()(RecordRevocation const& command) const {
    auto const found = signers.issued.find(command.revoked.serial);
    if (found == signers.issued.end()) return refuse(certificate_unknown);
    if (found->second.revoked_at) return SignersEvents{};
    return SignersEvents{command.revoked};
  }
};

}  // namespace

Result<SignersEvents> decide(Signers const& signers, SignersCommand const& command, access::Agency const& agency,
                             access::Caller const& caller) {
  if (!caller.is_installation() && !caller.is(access::Role::administrator)) return refuse(access::not_allowed);
  return std::visit(Decide{signers, agency}, command);
}

}  // namespace himpun::signing
