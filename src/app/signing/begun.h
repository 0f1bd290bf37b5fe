#pragma once
// A signing that the journal knows of and that has not ended: everything the signer is told, worked out from the case,
// the office and who acts.

#include "app/signing/signing_desk.h"

namespace himpun::app {

struct Begun {
  workflow::CaseId file;
  std::int32_t id = 1;
  signing::NamedSigner signer;
  FileRef base;
  signing::PdfSignature signature;
  std::string position;  ///< id; in whose name the events are
};

/// How the caller signs; null when nobody named a signer for them.
[[nodiscard]] std::optional<signing::NamedSigner> signer_of(SigningRoom& room, Sight& sight);
/// The rules of the case say yes, there is a PDF, and the request stands in the journal. Empty: the PDF is being made.
[[nodiscard]] Result<std::optional<Begun>> begin_signing(SigningRoom& room, Desk& desk, MarkOrder const& order,
                                                         signing::NamedSigner const& signer);
/// The same of a signing that is under way.
[[nodiscard]] Result<Begun> find_begun(SigningRoom& room, Sight& sight, workflow::CaseId const& file,
                                       signing::Signing const& one);

/// Both become durable together: the signature, and the mark that it stands for.
[[nodiscard]] Result<Json> complete_signing(SigningRoom& room, Desk& desk, MarkOrder const& order, Begun const& begun,
                                            signing::SignedFile const& file);
[[nodiscard]] Result<Json> record_refusal(SigningRoom& room, Desk& desk, Begun const& begun, Problem const& why);

/// Keeps bytes by their hash.
[[nodiscard]] Result<FileRef> keep_bytes(World const& world, std::string const& bytes, std::string const& name,
                                         std::string const& media_type);
[[nodiscard]] Result<std::string> read_bytes(World const& world, FileRef const& file);

}  // namespace himpun::app
