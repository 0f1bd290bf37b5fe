#pragma once
// File contents in the database, in pieces of 1 MiB, so that every node has them. A folder on each node holds copies
// for streaming; it may be emptied at any time.

#include <memory>
#include <string>

#include "app/ports/world.h"

namespace himpun::postgres {

/// `where` is a libpq connection string or URI; the database must be up to date. `cache_folder` is made when it is not
/// there. Calls throw `app::StoreFailure` when the server or the disk does not answer.
[[nodiscard]] std::unique_ptr<app::BlobStore> blobs(std::string where, std::string agency, std::string cache_folder);

}  // namespace himpun::postgres
