#pragma once
// Reads the signatures of a PDF that anybody may have made, as facts for the verdict. Bounded in signatures, fields and
// size; whoever reads files of strangers also bounds the process (shell/cli/document_command.cpp).

#include "base/problem.h"
#include "core/signing/pdf_facts.h"

namespace himpun::pdf_signing {

/// Whom to trust: PEM certificates, and revocation lists (PEM or DER) that came another way than in the file.
struct TrustSource {
  std::vector<std::string> anchors;
  std::vector<std::string> revocation_lists;
};

[[nodiscard]] Result<signing::PdfFacts> read_pdf(std::string const& pdf, TrustSource const& source);

}  // namespace himpun::pdf_signing
