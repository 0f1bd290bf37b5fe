#pragma once
// Media types by content, on libmagic; what it calls a plain zip file is looked into for the parts of Office documents.

#include <memory>

#include "app/ports/file_inspection.h"

namespace himpun::inspection {

/// Throws StoreFailure when libmagic's database is not on this machine.
[[nodiscard]] std::unique_ptr<app::FileTypes> with_libmagic();

}  // namespace himpun::inspection
