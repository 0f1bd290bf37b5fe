#pragma once
// Checks a package that somebody hands in, wholly and in one walk: the bag (every file, both checksums, the count) and,
// when it is one of ours, its part of the journal (every chain, every proof, the checkpoint's signature) and that every
// file and paper that the journal names is in it. It needs no office and changes nothing.

#include "app/archive/package/bag_reader.h"
#include "base/json.h"
#include "core/journal/note.h"

namespace himpun::app {

/// What the journal part of a package showed.
struct JournalPart {
  std::int64_t events = 0;
  std::int64_t proofs = 0;
  std::int64_t tree_size = 0;  ///< leaves under the checkpoint
  std::string key;             ///< the verifier key the proofs hold under
  bool key_was_given = false;  ///< false: the key is the package's own; compare it with the published one
};

struct PackageVerdict {
  std::int64_t files = 0;
  std::int64_t bytes = 0;
  std::vector<archive::BagFinding> findings;
  std::optional<JournalPart> journal;  ///< absent: a bag of somebody else's

  [[nodiscard]] bool ok() const { return findings.empty(); }
};

/// `key`: the published verifier key, when the caller has it. Refused when the package cannot be read or is unsafe.
[[nodiscard]] Result<PackageVerdict> check_package(Packages& packages, std::string const& path,
                                                   journal::VerifySignature const& verify,
                                                   std::optional<journal::NoteKey> const& key,
                                                   PackageProgress const& progress);

/// {ok, files, bytes, findings: [{fault, path, words}], journal?}
[[nodiscard]] Json verdict_view(PackageVerdict const& verdict, Language language);

}  // namespace himpun::app
