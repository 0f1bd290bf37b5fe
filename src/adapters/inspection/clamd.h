#pragma once
// The virus scanner of the office: clamd, asked over its socket with INSTREAM (clamd(8)), so that it needs no access to
// our folders. One file, one connection. What is not a clear answer within the time-out is "not scanned".

#include <chrono>
#include <memory>
#include <string>

#include "app/ports/file_inspection.h"
#include "base/problem.h"

namespace himpun::inspection {

struct ClamdTimes {
  std::chrono::milliseconds connect{3'000};
  std::chrono::milliseconds whole{40'000};  ///< to send the file and to hear the answer; below the door's own limit
};

/// `unix:/run/clamav/clamd.ctl` or `tcp:host:port`; refused with `scanner.address_wrong`. Does not connect yet.
[[nodiscard]] Result<std::unique_ptr<app::VirusScanner>> clamd(std::string const& address, ClamdTimes times = {});

}  // namespace himpun::inspection
