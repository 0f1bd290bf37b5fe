#pragma once
// Sealed events of one stream on their way to the journal, laid down in a scratch file: whoever makes very many of them
// needs no memory for them, and the writer is asked only once all of them are there. It appends under the same
// compare-and-set as everybody: if the stream has moved on meanwhile, nothing is appended.

#include <fstream>

#include "app/sheets/scratch_file.h"

namespace himpun::app {

class EventSpool {
 public:
  EventSpool(World const& world, std::string stream, StreamHead head);

  [[nodiscard]] StreamHead const& head() const { return head_; }  ///< after what was laid down
  [[nodiscard]] bool empty() const { return head_ == before_; }
  /// Rows that go on from `head`.
  void add(std::vector<EventRow> const& rows);
  /// Appends all of them, in pieces. May be called again: a transaction may run twice.
  [[nodiscard]] Result<void> append_to(Transaction& transaction);

 private:
  [[nodiscard]] std::vector<EventRow> read_piece(std::ifstream& in, StreamHead const& after) const;

  std::string stream_;
  StreamHead before_;
  StreamHead head_;
  ScratchFile file_;
  std::ofstream out_;
};

}  // namespace himpun::app
