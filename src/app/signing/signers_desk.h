#pragma once
// Use cases of who signs with what: the list for administrators, naming and removing signers, and what the command line
// does with the office's certificate authority. And the signatures of one case.

#include "app/signing/signing_room.h"
#include "core/signing/signers_decide.h"

namespace himpun::app {

inline constexpr ProblemType signers_changed{"signers.changed", ProblemKind::stale,
                                             "Daftar penanda tangan sudah berubah", "The list of signers has changed"};

struct SignerRecord {
  signing::SignerKind kind = signing::SignerKind::pkcs12;
  std::optional<std::string> key;
};
BOOST_DESCRIBE_STRUCT(SignerRecord, (), (kind, key))

/// {version, body: {items: [{person, name, kind, key}], kinds: [{kind, ready}], authority?, certificates}}
[[nodiscard]] Result<Json> list_signers(SigningRoom& room, Sight& sight);
[[nodiscard]] Result<Json> name_signer(SigningRoom& room, Desk& desk, std::int64_t seen, access::PersonId const& person,
                                       SignerRecord const& record);
[[nodiscard]] Result<Json> remove_signer(SigningRoom& room, Desk& desk, std::int64_t seen, access::PersonId const& person);
/// For the command line.
[[nodiscard]] Result<Json> record_signers(SigningRoom& room, Desk& desk, std::vector<signing::SignersCommand> const& commands);

/// How the caller signs this task: {kind?, needs_passphrase, ready, open?, refusal?}.
[[nodiscard]] Result<Json> show_signing(SigningRoom& room, Sight& sight, workflow::TaskId const& task,
                                        Language language);
/// {items: [...]}: what was signed in a case, oldest first.
[[nodiscard]] Result<Json> list_signatures(SigningRoom& room, Sight& sight, std::string const& case_id, Language language);
/// The signed PDF (or scan) of one.
[[nodiscard]] Result<FileRef> find_signed_file(SigningRoom& room, Sight& sight, std::string const& case_id, std::int32_t id);

}  // namespace himpun::app
