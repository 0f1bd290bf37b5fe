#pragma once
// Where a scenario plays: an office on one kind of store, behind the same use cases as HTTP, with a clock that the
// scenario sets. Afterwards everything it left behind is verified. Two nodes are two offices on one database, which
// take turns.

#include <memory>
#include <string>
#include <vector>

#include "app/office.h"

namespace himpun::test {

enum class StoreKind : std::uint8_t { memory, sqlite, postgres, two_nodes };

class Stage {
 public:
  explicit Stage(StoreKind kind);
  ~Stage();
  Stage(Stage const&) = delete;
  Stage& operator=(Stage const&) = delete;

  /// The office whose turn it is.
  [[nodiscard]] app::Office& office();
  [[nodiscard]] app::Office& node(std::size_t number);

  [[nodiscard]] Instant now() const;
  void set_now(Instant now);

  /// Founds the office of a procedure: its people, the shipped calendars, the procedure adopted and assigned.
  void found(std::string const& procedure);
  /// Adopts another text of the procedure as the next version.
  void adopt(std::string const& text);

  /// What is wrong with the journal or the read model; empty when all is well.
  [[nodiscard]] std::vector<std::string> verify();

 private:
  struct Set;
  std::unique_ptr<Set> set_;
};

}  // namespace himpun::test
