#pragma once
// What an incremental update of a PDF changed, compared object by object with the file before it, and sorted into the
// few kinds that matter for a signature. Anything that is not surely harmless counts as a change of content.

#include <string_view>

#include "core/signing/pdf_facts.h"

namespace himpun::pdf_signing {

/// What happened between the revision that ends at `from` and the one that ends at `to`.
[[nodiscard]] std::vector<signing::Change> changes_between(std::string_view pdf, std::size_t from, std::size_t to);

}  // namespace himpun::pdf_signing
