#pragma once
// What a stranger checks the signatures of a case's PDFs with: certificates and a revocation list, public parts only.

#include <vector>

#include "app/ports/store.h"
#include "core/workflow/case.h"

namespace himpun::app {

struct CertificateFile {
  std::string name;
  std::string pem;
};

/// The office's own authority, its last revocation list, and the authorities of others that the office trusts, as they
/// were at `until`; nothing for a case that nobody signed with a key.
[[nodiscard]] std::vector<CertificateFile> certificates_for(Reader& reader, workflow::CaseId const& file,
                                                            Instant until);

}  // namespace himpun::app
