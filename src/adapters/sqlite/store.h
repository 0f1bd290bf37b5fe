#pragma once
// The store on one SQLite file: one writer thread that commits works in groups, and a pool of read-only connections.

#include <cstddef>
#include <memory>
#include <string>

#include "adapters/sql/problems.h"
#include "app/ports/store.h"

namespace himpun::sqlite {

struct Options {
  std::string path;
  std::string agency;                 ///< must be the agency that was founded in the file
  std::size_t queue_capacity = 4096;  ///< works that may wait; more are answered with `store.busy`
  std::size_t batch_size = 256;       ///< works in one commit at most
};

/// Opens a file that `migrate` has made and brought up to date.
/// Refuses: `database.missing`, `database.foreign`, `database.outdated`, `database.newer`.
[[nodiscard]] Result<std::unique_ptr<app::Store>> open(Options options);

}  // namespace himpun::sqlite
