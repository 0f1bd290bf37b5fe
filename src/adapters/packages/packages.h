#pragma once
// Packages on libarchive: zips are written without compression, dates or owners, so that the same contents give the
// same bytes; zips, tars and folders are walked. What is neither is refused by its first bytes, never by its name.

#include <memory>

#include "app/ports/packages.h"

namespace himpun::packages {

[[nodiscard]] std::unique_ptr<app::Packages> with_libarchive();

}  // namespace himpun::packages
