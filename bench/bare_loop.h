#pragma once
// The measure that the server is held against: the writes of complete seed cases, recorded statement by statement from
// the server's own code, done again by a plain loop on the SQLite C API with nothing around it.

#include <string>
#include <vector>

#include "recording_store.h"

namespace himpun::bench {

class BareLoop {
 public:
  /// Makes a demo office in `folder` and records the writes of so many clients, each with `cases_each` cases. Works of
  /// many cases stand side by side, as the server meets them: one case after the other would write far fewer pages.
  BareLoop(std::string const& folder, int clients, int cases_each);

  /// Does the recorded works (what one request writes) with `batch` of them in a commit, for at most `seconds`. WAL,
  /// synchronous=FULL and the same cache and checkpoint sizes as the server.
  [[nodiscard]] Replay run(std::size_t batch, double seconds) const;
  [[nodiscard]] double statements_per_work() const;

 private:
  std::string before_;  ///< the database as it was before the recording
  std::vector<RecordedWork> works_;
};

/// A demo office in a fresh data folder, as `himpun demo` makes it.
void make_office(std::string const& folder);

}  // namespace himpun::bench
