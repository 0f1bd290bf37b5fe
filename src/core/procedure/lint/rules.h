#pragma once
// The linter's rules by subject, and the few words they share. A rule looks at one procedure and adds its findings.

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/procedure/linter.h"
#include "core/procedure/positions.h"

namespace himpun::procedure {

using Findings = std::vector<Finding>;

void lint_legal_basis(Procedure const& procedure, Findings& out);
void lint_identity(Procedure const& procedure, Findings& out);
void lint_wording(Procedure const& procedure, Findings& out);
void lint_standards(Procedure const& procedure, Findings& out);
void lint_papers(Procedure const& procedure, Findings& out);
void lint_flow(Procedure const& procedure, Findings& out);

/// Pointer to a field of the row with this index.
[[nodiscard]] inline std::string step_field(std::size_t row, std::string_view key) {
  return (std::string{"/langkah"} / row) / key;
}

/// Words in small letters, without punctuation.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);
/// The words of `text`, one space between them.
[[nodiscard]] std::string plain(std::string_view text);
[[nodiscard]] bool has_word(std::string_view text, std::string_view word);

/// Every text a reader of the sheet sees, with its pointer and, inside a row, its step.
using Visit = std::function<void(std::string const& text, std::string const& field, Step const* step)>;
void visit_texts(Procedure const& procedure, Visit const& visit);

}  // namespace himpun::procedure
