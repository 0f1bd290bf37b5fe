#pragma once
// Official papers as word-processor documents (ECMA-376 WordprocessingML) for those who must edit them. The same paper
// always gives the same bytes. It does not sign, and nothing in the file can run.

#include <memory>

#include "app/ports/word_writer.h"

namespace himpun::docx {

[[nodiscard]] std::unique_ptr<app::WordWriter> make_writer();

}  // namespace himpun::docx
