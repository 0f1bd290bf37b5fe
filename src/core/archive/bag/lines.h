#pragma once
// Lines of a bag's tag files: UTF-8 without byte order mark, ended by LF, CR LF or CR, of a bounded length.

#include <string_view>
#include <vector>

#include "base/problem.h"

namespace himpun::archive {

[[nodiscard]] Result<std::vector<std::string_view>> read_lines(std::string_view text, std::string_view file,
                                                               ProblemType const& refusal);
[[nodiscard]] std::unexpected<Problem> refuse_line(ProblemType const& refusal, std::string_view file, int line,
                                                   Words const& why);

}  // namespace himpun::archive
