#pragma once
// The office's own certificate authority: makes its key and certificate, issues officials' keys as PKCS#12 files, and
// signs the list of revoked ones. Not a certified authority: Indonesian law gives the weight of a handwritten signature
// to certificates of recognised ones (BSrE) only. It keeps nothing; files are the caller's.

#include <vector>

#include "adapters/pdf_signing/openssl_handles.h"
#include "app/ports/authority.h"

namespace himpun::signers {

using app::AuthorityFiles;
using app::IssuedKey;
using app::KeyKind;
using app::KeySubject;
using app::RevokedSerial;

[[nodiscard]] Result<AuthorityFiles> make_authority(std::string const& office, KeyKind kind, Secret const& passphrase,
                                                    Instant now);
[[nodiscard]] Result<IssuedKey> issue_key(AuthorityFiles const& authority, Secret const& passphrase,
                                          KeySubject const& subject, KeyKind kind, Secret const& key_passphrase,
                                          Instant from, Instant to);
/// PEM; the whole list anew each time.
[[nodiscard]] Result<std::string> make_revocation_list(AuthorityFiles const& authority, Secret const& passphrase,
                                                       std::vector<RevokedSerial> const& revoked,
                                                       std::int64_t number, Instant now);

/// The key, certificate and chain in a PKCS#12 file; refused when the passphrase is wrong.
[[nodiscard]] Result<pdf_signing::Credential> open_pkcs12(std::string const& bytes, Secret const& passphrase);

}  // namespace himpun::signers
