#pragma once
// The files of an office's certificate authority and of its officials' keys, below its data folder: `ca/` and
// `signers/`, readable by their owner alone. What they are for stands in the journal; the keys never do.

#include "app/installation.h"
#include "core/signing/signers_decide.h"

namespace himpun::cli {

/// Writes `ca/authority.key` and `ca/authority.pem`; refused when there is one.
[[nodiscard]] Result<void> make_authority_files(app::Installation& installation, std::string const& data_folder,
                                                app::KeyKind kind, Secret const& passphrase);

struct KeyOrder {
  access::PersonId person;
  std::string key;  ///< name of the file
  std::int64_t days = 730;
  app::KeyKind kind = app::KeyKind::p256;
};
struct KeyMade {
  std::string name;
  std::string serial;
};
/// Writes `signers/<key>` and names it as how the person signs.
[[nodiscard]] Result<KeyMade> issue_key_file(app::Installation& installation, std::string const& data_folder,
                                             KeyOrder const& order, Secret const& authority_passphrase,
                                             Secret const& own_passphrase);
/// Revokes what was issued and writes `ca/revoked.crl`.
[[nodiscard]] Result<void> revoke_certificate(app::Installation& installation, std::string const& data_folder,
                                              std::string const& serial, std::string const& reason,
                                              Secret const& passphrase);

[[nodiscard]] Result<Json> record_signers(app::Installation& installation,
                                          std::vector<signing::SignersCommand> const& commands);

/// A local authority and keys for the demo's Kasubag, Sekretaris and Kadis; nothing when they are there.
[[nodiscard]] Result<void> make_demo_keys(app::Installation& installation, std::string const& data_folder);
inline constexpr char const* demo_passphrase = "paraf-demo-2026";

}  // namespace himpun::cli
