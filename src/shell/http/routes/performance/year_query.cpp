#include "shell/http/routes/performance/year_query.h"

#include <charconv>

#include "app/views/performance/year_figures.h"

namespace himpun::http {

Result<std::int32_t> read_year(std::string const& text, std::string pointer) {
  std::int32_t year = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  bool const is_number = error == std::errc{} && end == text.data() + text.size();
  if (is_number && year >= 2000 && year <= 2200) return year;
  return std::unexpected(
      Problem{.type = &input_invalid,
              .fields = {{std::move(pointer),
                          {"harus tahun antara 2000 dan 2200", "must be a year within 2000 and 2200"}}}});
}

Result<std::int32_t> year_query(app::Sight const& sight, Call const& call) {
  if (auto const* text = call.request().query.find("year")) return read_year(*text, "/?year");
  return static_cast<int>(std::chrono::year_month_day{sight.today()}.year());
}

Result<Period> until_query(app::Sight const& sight, Call const& call) {
  auto const* key = call.request().query.find("period");
  if (!key) {
    auto const year = year_query(sight, call);
    if (!year) return std::unexpected(year.error());
    return Period{PeriodKind::year, *year, 1};
  }
  if (auto const period = parse_period_key(*key)) return *period;
  return std::unexpected(
      Problem{.type = &input_invalid,
              .fields = {{"/?period", {"harus seperti 2026-q1 atau 2026-m01", "must be like 2026-q1 or 2026-m01"}}}});
}

}  // namespace himpun::http
