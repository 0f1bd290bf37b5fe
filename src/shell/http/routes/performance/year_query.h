#pragma once
// The year and period that a page about figures asks for: `year` and `period` in the query, this year by default.

#include "base/values/period.h"
#include "shell/http/api.h"

namespace himpun::http {

[[nodiscard]] Result<std::int32_t> read_year(std::string const& text, std::string pointer);
/// `year`, or the year of today.
[[nodiscard]] Result<std::int32_t> year_query(app::Sight const& sight, Call const& call);
/// `period` such as `2026-q1`; absent: the whole year of `year`.
[[nodiscard]] Result<Period> until_query(app::Sight const& sight, Call const& call);

}  // namespace himpun::http
