#pragma once
// Every file that the events of a case name, whatever module the event belongs to: a file that somebody attached, a
// paper that was uploaded, a PDF that was made or signed. An event that names a file in a new way needs no change here,
// as long as it says {sha256, name, media_type, size}.

#include <set>

#include "app/ports/rows.h"
#include "base/json.h"
#include "base/values/file_ref.h"

namespace himpun::app {

struct NamedFile {
  FileRef file;
  std::set<std::string> events;  ///< which name it, `case/01J...@3`
  std::string paper;             ///< of a paper: its key and version; empty otherwise
  std::int64_t number = 0;
};

/// In the order in which they were first named; each content once. The events are of one case, or of none.
[[nodiscard]] std::vector<NamedFile> files_named_by(std::vector<EventRow> const& events);

}  // namespace himpun::app
