#include "app/verification.h"

#include <map>

#include "core/journal/chain.h"
#include "core/journal/checkpoint.h"
#include "core/journal/merkle.h"

namespace himpun::app {
namespace {

constexpr int verified_streams_per_page = 1000;
constexpr int events_per_page = 500;
constexpr int verified_leaves_per_page = 1000;
constexpr int checkpoints_per_page = 100;

std::string id_text(std::string const& stream, std::int64_t version) {
  return journal::to_text(journal::EventId{stream, version});
}

/// Events in order of writing, a window that moves along with the leaves: most leaves find their event in it.
class EventWindow {
 public:
  explicit EventWindow(Reader& reader) : reader_(reader) {}

  void move_on() {
    before_ = std::move(now_);
    now_.clear();
    for (auto const& row : reader_.journal(position_, verified_leaves_per_page)) {
      now_.emplace(std::pair{row.stream, row.version}, row.hash);
      position_ = row.position;
      ++count_;
    }
  }
  /// The hash of the event; nothing when there is no such event.
  [[nodiscard]] std::optional<Sha256> find(std::string const& stream, std::int64_t version) {
    for (auto const* window : {&now_, &before_}) {
      if (auto const found = window->find({stream, version}); found != window->end()) return found->second;
    }
    auto const rows = reader_.events(stream, version - 1, 1);
    if (rows.empty() || rows.front().version != version) return std::nullopt;
    return rows.front().hash;
  }
  /// All events there are, also those after the last leaf.
  [[nodiscard]] std::int64_t count_all() {
    for (auto before = count_ - 1; before != count_;) {
      before = count_;
      move_on();
    }
    return count_;
  }

 private:
  using Window = std::map<std::pair<std::string, std::int64_t>, Sha256>;
  Reader& reader_;
  Window now_;
  Window before_;
  std::int64_t position_ = 0;
  std::int64_t count_ = 0;
};

class Verification {
 public:
  Verification(Reader& reader, Trust const& trust, VerdictProgress const& progress)
      : reader_(reader), trust_(trust), progress_(progress), window_(reader) {}

  Verdict run() {
    check_streams();
    if (verdict_.ok()) check_leaves();
    if (verdict_.ok()) check_count();
    return verdict_;
  }

 private:
  void bad(std::string event, Words reason) {
    if (verdict_.ok()) verdict_.first_bad = BadRecord{std::move(event), std::move(reason)};
  }
  void bad(journal::BrokenLink const& link) { bad(journal::to_text(link.event), journal::explain(link)); }
  void tell() const {
    if (progress_) progress_(verdict_);
  }

  void check_streams() {
    std::string last;
    while (verdict_.ok()) {
      auto const names = reader_.streams("", last, verified_streams_per_page);
      if (names.empty()) return;
      for (auto const& name : names) {
        check_stream(name);
        if (!verdict_.ok()) return;
      }
      last = names.back();
    }
  }

  void check_stream(std::string const& stream) {
    journal::StreamVerifier verifier{trust_.agency, stream};
    while (true) {
      auto rows = reader_.events(stream, verifier.version(), events_per_page);
      for (auto& row : rows) {
        if (auto const broken = verifier.check({row.version, std::move(row.bytes), row.hash, {}})) return bad(*broken);
        ++verdict_.events;
      }
      tell();
      if (std::ssize(rows) < events_per_page) break;
    }
    auto const head = reader_.head(stream);
    if (auto const broken = verifier.check_end(head.version, head.hash)) return bad(*broken);
    ++verdict_.streams;
  }

  void check_leaves() {
    if (!check_next_checkpoints()) return;
    while (true) {
      auto const leaves = reader_.leaves(verdict_.leaves, verified_leaves_per_page);
      if (leaves.empty()) break;
      window_.move_on();
      for (auto const& leaf : leaves) {
        if (!check_leaf(leaf) || !check_next_checkpoints()) return;
      }
      tell();
    }
    if (checkpoint_ != page_.end()) {
      auto const size = std::to_string(checkpoint_->size);
      bad("", {"Titik periksa " + size + " mencakup lebih banyak kejadian daripada yang ada: ada yang dihapus.",
               "Checkpoint " + size + " covers more events than there are: some were removed."});
    }
  }

  bool check_leaf(LeafRow const& leaf) {
    auto const id = id_text(leaf.stream, leaf.version);
    auto const number = std::to_string(verdict_.leaves);
    auto const hash = window_.find(leaf.stream, leaf.version);
    if (leaf.leaf != verdict_.leaves) {
      bad("", {"Daun " + number + " dari pohon hilang.", "Leaf " + number + " of the tree is missing."});
    } else if (!hash) {
      bad(id, {"Kejadian " + id + " sudah disegel tetapi tidak ada lagi.",
               "Event " + id + " was sealed but is no longer there."});
    } else if (*hash != leaf.hash) {
      bad(id, {"Kejadian " + id + " berbeda dari yang disegel sebagai daun " + number + ".",
               "Event " + id + " is not what was sealed as leaf " + number + "."});
    } else {
      tree_.append(journal::leaf_hash(leaf.hash));
      ++verdict_.leaves;
    }
    return verdict_.ok();
  }

  /// Checks the checkpoints of the tree as it is now; false when one is wrong.
  bool check_next_checkpoints() {
    while (load_checkpoint() && checkpoint_->size == verdict_.leaves) {
      if (!check_checkpoint(*checkpoint_)) return false;
      ++checkpoint_;
      ++verdict_.checkpoints;
    }
    return true;
  }

  /// Sees to it that `checkpoint_` is the next one; false when there is none.
  bool load_checkpoint() {
    if (checkpoint_ != page_.end()) return true;
    if (is_last_page_) return false;
    auto const size = page_.empty() ? -1 : page_.back().size;
    page_ = reader_.checkpoints_above(size, checkpoints_per_page);
    checkpoint_ = page_.begin();
    is_last_page_ = std::ssize(page_) < checkpoints_per_page;
    return checkpoint_ != page_.end();
  }

  bool check_checkpoint(CheckpointRow const& row) {
    auto const size = std::to_string(row.size);
    auto const opened = journal::open_checkpoint(row.note, trust_.key, trust_.verify);
    if (!opened) {
      bad("", {"Titik periksa " + size + ": " + std::string{opened.error().type->title_id} + ".",
               "Checkpoint " + size + ": " + std::string{opened.error().type->title_en} + "."});
    } else if (static_cast<std::int64_t>(opened->size) != row.size || opened->root != row.root ||
               row.root != tree_.root()) {
      bad("", {"Akar titik periksa " + size + " tidak cocok dengan kejadian-kejadian di bawahnya.",
               "The root of checkpoint " + size + " does not match the events below it."});
    }
    return verdict_.ok();
  }

  /// An event outside every stream would have escaped.
  void check_count() {
    auto const count = window_.count_all();
    if (count == verdict_.events) return;
    bad("", {"Jurnal berisi " + std::to_string(count) + " kejadian, tetapi alirannya hanya mencakup " +
                 std::to_string(verdict_.events) + ".",
             "The journal holds " + std::to_string(count) + " events, but its streams cover only " +
                 std::to_string(verdict_.events) + "."});
  }

  Reader& reader_;
  Trust const& trust_;
  VerdictProgress const& progress_;
  EventWindow window_;
  Verdict verdict_;
  journal::MerkleTree tree_;
  std::vector<CheckpointRow> page_;
  std::vector<CheckpointRow>::iterator checkpoint_ = page_.end();
  bool is_last_page_ = false;
};

}  // namespace

Verdict verify_journal(Reader& reader, Trust const& trust, VerdictProgress const& progress) {
  return Verification{reader, trust, progress}.run();
}

}  // namespace himpun::app
