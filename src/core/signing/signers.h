#pragma once
// Who signs with what: the `signers` stream of an office. It names a key (a file's name, a device's address, a NIK) and
// never holds one. Certificates that the office's own authority issued, whom else the office trusts, and what was
// revoked stand here too, so that a signature can be judged from the journal alone.

#include <map>
#include <variant>

#include "base/problem.h"
#include "core/access/decide.h"

namespace himpun::signing {

using access::PersonId;

/// pkcs12: a key file of the office; pkcs11: a device; bsre_v1, bsre_v2: the e-sign client service of BSrE; wet_ink:
/// printed, signed by hand, scanned.
enum class SignerKind : std::uint8_t { pkcs12, pkcs11, bsre_v1, bsre_v2, wet_ink };
BOOST_DESCRIBE_ENUM(SignerKind, pkcs12, pkcs11, bsre_v1, bsre_v2, wet_ink)

/// Whether the person types a passphrase for every signature.
[[nodiscard]] constexpr bool needs_passphrase(SignerKind kind) { return kind != SignerKind::wet_ink; }

struct NamedSigner {
  PersonId person;
  SignerKind kind = SignerKind::pkcs12;
  std::string key;  ///< name of the key file, PKCS#11 address, NIK; empty for wet ink

  bool operator==(NamedSigner const&) const = default;
};
BOOST_DESCRIBE_STRUCT(NamedSigner, (), (person, kind, key))

struct IssuedCertificate {
  std::string serial;  ///< hex
  PersonId person;
  std::string name;
  std::string sha256;  ///< of the certificate's DER form
  Instant not_after{};
  std::optional<Instant> revoked_at;
  std::string revoke_reason;
};

struct Signers {
  std::map<PersonId, NamedSigner> by_person;
  std::string authority;             ///< PEM of the office's own authority; empty: none was made
  std::vector<std::string> anchors;  ///< PEM of others that the office trusts
  std::map<std::string, IssuedCertificate> issued;
  std::string revocation_list;  ///< PEM; the authority's last one
};

struct SignerNamed {
  static constexpr std::string_view event_name = "signing.signer_named";
  static constexpr int event_version = 1;
  NamedSigner signer;
};
BOOST_DESCRIBE_STRUCT(SignerNamed, (), (signer))

struct SignerRemoved {
  static constexpr std::string_view event_name = "signing.signer_removed";
  static constexpr int event_version = 1;
  PersonId person;
};
BOOST_DESCRIBE_STRUCT(SignerRemoved, (), (person))

struct AuthorityMade {
  static constexpr std::string_view event_name = "signing.authority_made";
  static constexpr int event_version = 1;
  std::string certificate;
  std::string revocation_list;
};
BOOST_DESCRIBE_STRUCT(AuthorityMade, (), (certificate, revocation_list))

struct AnchorTrusted {
  static constexpr std::string_view event_name = "signing.anchor_trusted";
  static constexpr int event_version = 1;
  std::string certificate;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(AnchorTrusted, (), (certificate, reason))

struct CertificateIssued {
  static constexpr std::string_view event_name = "signing.certificate_issued";
  static constexpr int event_version = 1;
  std::string serial;
  PersonId person;
  std::string name;
  std::string sha256;
  Instant not_after{};
};
BOOST_DESCRIBE_STRUCT(CertificateIssued, (), (serial, person, name, sha256, not_after))

struct CertificateRevoked {
  static constexpr std::string_view event_name = "signing.certificate_revoked";
  static constexpr int event_version = 1;
  std::string serial;
  Instant at{};
  std::string reason;
  std::string revocation_list;
};
BOOST_DESCRIBE_STRUCT(CertificateRevoked, (), (serial, at, reason, revocation_list))

using SignersEvent =
    std::variant<SignerNamed, SignerRemoved, AuthorityMade, AnchorTrusted, CertificateIssued, CertificateRevoked>;
void evolve(Signers& signers, SignersEvent const& event, Instant at);

[[nodiscard]] NamedSigner const* find_signer(Signers const& signers, PersonId const& person);

}  // namespace himpun::signing
