#pragma once
// The store in memory, for scenarios and tests: works run at once, one after the other, on the caller's thread.

#include <memory>

#include "app/ports/store.h"

namespace himpun::memory {

[[nodiscard]] std::unique_ptr<app::Store> make_store();

}  // namespace himpun::memory
