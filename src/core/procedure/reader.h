#pragma once
// A procedure file (docs/reference/procedure-format.md) to a `Procedure`. A file that is not right is refused with all
// its faults at once, each with line, column, what is wrong and what would be right. What is read is complete and
// consistent: every id is known, every join is handed to, `next` is filled in. Whether it is *good* is for the linter,
// whether it always ends for the soundness proof.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "core/procedure/positions.h"
#include "core/procedure/procedure.h"

namespace himpun::procedure {

inline constexpr std::size_t max_steps = 500;
inline constexpr std::size_t max_actors = 40;
inline constexpr std::size_t max_papers = 100;
inline constexpr std::size_t max_list_items = 100;
inline constexpr std::size_t max_text_characters = 2'000;

/// `selesai` as a target ends the branch; `surat` and `permintaan` are sources that every case has.
inline constexpr std::string_view end_word = "selesai";
inline constexpr std::string_view letter_source = "surat";
inline constexpr std::string_view requests_source = "permintaan";

struct ReadProcedure {
  Procedure procedure;
  Positions positions;
};

/// Reads one file. `file` is the name to show in messages. The text may be at most `yaml_max_bytes` long.
[[nodiscard]] std::expected<ReadProcedure, std::vector<Problem>> read_procedure(std::string_view text,
                                                                                std::string const& file);

/// The word of the file for a kind: `tanda_tangan` for `StepKind::signature`.
[[nodiscard]] std::string_view word_of(StepKind kind);

}  // namespace himpun::procedure
