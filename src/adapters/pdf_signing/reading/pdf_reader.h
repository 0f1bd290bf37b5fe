#pragma once
// Reads the signatures of a PDF that anybody may have made, as facts for the verdict. Bounded in signatures, fields and
// size; whoever reads files of strangers also bounds the process (shell/cli/document_command.cpp).

#include "adapters/pdf_signing/openssl_handles.h"
#include "base/problem.h"
#include "core/signing/pdf_facts.h"

namespace himpun::pdf_signing {

/// Whom to trust: PEM certificates, and revocation lists (PEM or DER) that came another way than in the file.
struct TrustSource {
  std::vector<std::string> anchors;
  std::vector<std::string> revocation_lists;
};

[[nodiscard]] Result<signing::PdfFacts> read_pdf(std::string const& pdf, TrustSource const& source);

/// Of every signature in a PDF of ours, the certificates from the signer up, and from the authority of its time up; CA
/// certificates must hold at `at`.
[[nodiscard]] std::vector<std::vector<Certificate>> certificate_chains(std::string const& pdf,
                                                                       TrustSource const& source, Instant at);

}  // namespace himpun::pdf_signing
