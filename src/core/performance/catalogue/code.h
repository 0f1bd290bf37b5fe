#pragma once
// Codes of the budget nomenclature (Permendagri 90/2019 and its updates): "2.23.02.2.01.0018" is urusan 2, bidang 23,
// program 02, kegiatan 2.01, sub kegiatan 0018. Offices spell them differently; one spelling is kept. Goals and
// objectives carry codes of the office's own, which are only trimmed.

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "core/performance/catalogue/node.h"

namespace himpun::performance {

inline constexpr ProblemType code_unreadable{"code.unreadable", ProblemKind::invalid, "Kode tidak dapat dibaca",
                                             "The code cannot be read"};

/// "2.23.02.2.01.4", "…01.04" and "…01.0004" are all "2.23.02.2.01.0004". Three, five or six parts; "X" and "XX" may
/// stand for urusan and bidang.
[[nodiscard]] Result<std::string> normalise_code(std::string_view text);
/// The same for a node's code: nomenclature for program, kegiatan and sub kegiatan, free text above.
[[nodiscard]] Result<std::string> normalise_code(NodeKind kind, std::string_view text);

/// Program, kegiatan or sub kegiatan, by the number of parts of a normalised code.
[[nodiscard]] std::optional<NodeKind> kind_of_code(std::string_view normalised);
/// The code one level up; none for a program.
[[nodiscard]] std::optional<std::string> parent_code(std::string_view normalised);

}  // namespace himpun::performance
