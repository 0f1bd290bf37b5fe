#pragma once
// Seals the journal: gives every event that has none the next leaf of the Merkle tree and signs the tree's head. Leaves
// and head become durable together. Safe on many nodes: whoever comes second with the same leaf is refused by the
// store and gives up quietly. A node without the key is refused (docs/decisions/0009). It verifies nothing but that the
// tree goes on from the last head (verification.h).

#include <mutex>

#include "app/office.h"
#include "core/journal/merkle.h"
#include "core/journal/note.h"

namespace himpun::app {

inline constexpr ProblemType checkpoint_inconsistent{"journal.checkpoint_inconsistent", ProblemKind::conflict,
                                                     "Jurnal tidak cocok dengan titik periksa terakhir",
                                                     "The journal does not match its last checkpoint"};

inline constexpr ProblemType checkpoint_key_elsewhere{"journal.key_elsewhere", ProblemKind::conflict,
                                                      "Kunci titik periksa tidak ada di simpul ini",
                                                      "This node does not hold the checkpoint key"};

/// The agency's verifier key.
[[nodiscard]] journal::NoteKey note_key_of(CheckpointKey const& key);

class CheckpointMaker {
 public:
  explicit CheckpointMaker(Office& office) : office_(office) {}

  /// Seals everything that is not sealed yet; how many events that were. Run it every minute and at the end.
  [[nodiscard]] Result<std::int64_t> make_checkpoint();

 private:
  [[nodiscard]] Result<void> catch_up();
  [[nodiscard]] Result<std::int64_t> seal_some();

  Office& office_;
  std::mutex mutex_;
  journal::MerkleTree tree_;  ///< over the leaves seen so far: nothing is hashed twice while the process lives
};

}  // namespace himpun::app
