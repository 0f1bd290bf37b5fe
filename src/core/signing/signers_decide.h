#pragma once
// The rules of who signs with what. Only an administrator, or the installation itself, names signers and keys.

#include "core/signing/signers.h"

namespace himpun::signing {

inline constexpr ProblemType signer_key_missing{"signing.key_missing", ProblemKind::invalid,
                                                "Kunci penanda tangan belum disebut", "The signer's key is not named"};
inline constexpr ProblemType nik_invalid{"signing.nik_invalid", ProblemKind::invalid, "NIK harus 16 angka",
                                         "A NIK has 16 digits"};
inline constexpr ProblemType authority_exists{"signing.authority_exists", ProblemKind::conflict,
                                              "Otoritas sertifikat kantor ini sudah ada",
                                              "This office has its certificate authority already"};
inline constexpr ProblemType authority_missing{"signing.authority_missing", ProblemKind::conflict,
                                               "Kantor ini belum membuat otoritas sertifikat",
                                               "This office has no certificate authority yet"};
inline constexpr ProblemType certificate_unknown{"signing.certificate_unknown", ProblemKind::not_found,
                                                 "Sertifikat tidak ditemukan", "There is no such certificate"};

struct NameSigner {
  NamedSigner signer;
};
struct RemoveSigner {
  PersonId person;
};
struct RecordAuthority {
  std::string certificate;
  std::string revocation_list;
};
struct TrustAnchor {
  std::string certificate;
  std::string reason;
};
struct RecordIssue {
  CertificateIssued issued;
};
struct RecordRevocation {
  CertificateRevoked revoked;
};
using SignersCommand =
    std::variant<NameSigner, RemoveSigner, RecordAuthority, TrustAnchor, RecordIssue, RecordRevocation>;

[[nodiscard]] Result<std::vector<SignersEvent>> decide(Signers const& signers, SignersCommand const& command,
                                                       access::Agency const& agency, access::Caller const& caller);

}  // namespace himpun::signing
