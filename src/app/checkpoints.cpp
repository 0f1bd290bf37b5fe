#include "app/checkpoints.h"

#include <algorithm>
#include <limits>

#include "base/ensure.h"
#include "core/journal/checkpoint.h"

namespace himpun::app {
namespace {

constexpr int leaves_per_page = 5000;
/// Events per transaction: few enough that no command waits long behind them.
constexpr int events_per_seal = 1000;

std::int64_t size_of(journal::MerkleTree const& tree) { return static_cast<std::int64_t>(tree.size()); }

CheckpointRow sign(World const& world, journal::MerkleTree const& tree) {
  auto const key = note_key_of(world.key);
  auto const text = journal::to_text(journal::Checkpoint{key.name, tree.size(), tree.root()});
  return {size_of(tree), tree.root(), journal::to_note(text, key, world.key.sign(text)), world.clock()};
}

}  // namespace

journal::NoteKey note_key_of(CheckpointKey const& key) {
  journal::NoteKey note_key{key.name(), {}};
  auto const bytes = key.public_key();
  ensure(bytes.size() == note_key.public_key.size(), "an Ed25519 public key has 32 bytes");
  std::ranges::transform(bytes, note_key.public_key.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
  return note_key;
}

Result<std::int64_t> CheckpointMaker::make_checkpoint() {
  if (!office_.world().key.can_sign()) {
    return refuse(checkpoint_key_elsewhere,
                  {"Simpul yang memegang keys/checkpoint.ed25519 menyegel untuk semua. Salin berkas itu ke folder data "
                   "ini agar simpul ini juga menyegel.",
                   "The node that holds keys/checkpoint.ed25519 seals for all. Copy that file into this data folder to "
                   "let this node seal too."});
  }
  std::lock_guard const lock(mutex_);
  std::int64_t sealed = 0;
  while (true) {
    if (auto ok = catch_up(); !ok) return std::unexpected(ok.error());
    auto const more = seal_some();
    if (!more && more.error().is(store_conflict)) return sealed;
    if (!more) return more;
    sealed += *more;
    if (*more < events_per_seal) return sealed;
  }
}

Result<void> CheckpointMaker::catch_up() {
  auto tree = tree_;
  std::vector<CheckpointRow> last;
  office_.world().store.read([&](Reader& reader) {
    auto const count = reader.leaf_count();
    while (size_of(tree) < count) {
      auto const leaves = reader.leaves(size_of(tree), leaves_per_page);
      ensure(!leaves.empty(), "leaves have no gaps");
      for (auto const& leaf : leaves) tree.append(journal::leaf_hash(leaf.hash));
    }
    last = reader.checkpoints_below(std::numeric_limits<std::int64_t>::max(), 1);
  });
  // Leaves are only ever written together with their checkpoint, so the last one covers them all.
  bool const fits =
      last.empty() ? tree.size() == 0 : last.front().size == size_of(tree) && last.front().root == tree.root();
  if (!fits) {
    return refuse(
        checkpoint_inconsistent,
        {"Jalankan `himpun journal verify`: catatan yang sudah disegel telah berubah. Tidak ada titik periksa "
         "baru yang ditandatangani.",
         "Run `himpun journal verify`: records that were sealed have changed. No new checkpoint is signed."});
  }
  tree_ = std::move(tree);
  return {};
}

Result<std::int64_t> CheckpointMaker::seal_some() {
  auto const& world = office_.world();
  std::int64_t sealed = 0;
  auto grown = tree_;
  auto const done = world.store.transact([&](Transaction& transaction) -> Result<void> {
    sealed = 0;
    grown = tree_;
    if (transaction.leaf_count() != size_of(grown)) return refuse(store_conflict);
    std::vector<LeafRow> leaves;
    for (auto const& event : transaction.events_without_leaf(events_per_seal)) {
      leaves.push_back({size_of(grown), event.stream, event.version, event.hash});
      grown.append(journal::leaf_hash(event.hash));
    }
    if (leaves.empty()) return {};
    transaction.add(leaves);
    transaction.add(sign(world, grown));
    sealed = std::ssize(leaves);
    return {};
  });
  if (!done) return std::unexpected(done.error());
  tree_ = std::move(grown);
  return sealed;
}

}  // namespace himpun::app
