#pragma once
// Checks the whole journal on one snapshot: every chain, every stream's end, every leaf, every checkpoint's root and
// signature. It trusts nothing but the agency's key, changes nothing, and needs memory for a few pages only, so it also
// runs on a copy. What it finds first is named; it does not look for more.

#include <functional>

#include "app/ports/store.h"
#include "core/journal/note.h"

namespace himpun::app {

struct BadRecord {
  std::string event;  ///< `<stream>@<version>`; empty when a checkpoint is what is wrong
  Words reason;
};

struct Verdict {
  std::int64_t streams = 0;
  std::int64_t events = 0;
  std::int64_t leaves = 0;
  std::int64_t checkpoints = 0;
  std::optional<BadRecord> first_bad;

  [[nodiscard]] bool ok() const { return !first_bad; }
};

struct Trust {
  std::string agency;
  journal::NoteKey key;
  journal::VerifySignature verify;
};

/// Called now and then with what was checked so far; may be empty.
using VerdictProgress = std::function<void(Verdict const&)>;

[[nodiscard]] Verdict verify_journal(Reader& reader, Trust const& trust, VerdictProgress const& progress = {});

}  // namespace himpun::app
