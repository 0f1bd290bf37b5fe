#pragma once
// The styles and list numberings of every document we write.

#include <string>

#include "core/document/paper.h"

namespace himpun::docx {

[[nodiscard]] std::string styles(char const* namespaces, document::Language language);
/// Bullets, and one numbering for each numbered list, so that each begins at 1.
[[nodiscard]] std::string numbering(char const* namespaces, int lists);

}  // namespace himpun::docx
