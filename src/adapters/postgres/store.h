#pragma once
// The store on PostgreSQL, shared by any number of nodes: several writer threads, a pool of connections for views, and
// one connection that hears what other nodes announce.

#include <cstddef>
#include <memory>
#include <string>

#include "adapters/sql/problems.h"
#include "app/ports/store.h"

namespace himpun::postgres {

struct Options {
  std::string where;                  ///< libpq connection string or URI
  std::string agency;                 ///< must be the agency that was founded in the database
  std::size_t queue_capacity = 4096;  ///< works that may wait; more are answered with `store.busy`
  std::size_t batch_size = 32;        ///< works in one commit at most; locks are held that long
  int writers = 4;                    ///< threads that write, each with a connection
  std::size_t readers = 8;            ///< connections for views
};

/// Opens a database that `migrate` has made and brought up to date. Throws `app::StoreFailure` when the server does
/// not answer. Refuses: `database.missing`, `database.foreign`, `database.outdated`, `database.newer`.
[[nodiscard]] Result<std::unique_ptr<app::Store>> open(Options options);

}  // namespace himpun::postgres
