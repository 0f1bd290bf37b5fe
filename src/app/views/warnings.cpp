#include "app/views/warnings.h"

namespace himpun::app {

std::vector<Warning> calendar_warnings(calendar::Calendar const& calendar, Date today) {
  using namespace std::chrono;
  year_month_day const day{today};
  bool const next_year_is_near = day.month() >= October;
  auto const until = next_year_is_near ? Date{(day.year() + years{1}) / January / 31} : today;
  std::vector<Warning> warnings;
  for (auto const year : calendar::missing_years(calendar, today, until)) {
    auto const text = std::to_string(year);
    warnings.push_back({"calendar.year_missing",
                        {"Kalender kerja " + text +
                             " belum diimpor. Tenggat di tahun itu dihitung tanpa hari libur nasional; minta "
                             "administrator mengimpornya.",
                         "The working calendar of " + text +
                             " has not been imported. Due dates in that year know no national holidays; ask an "
                             "administrator to import it."}});
  }
  return warnings;
}

Json warnings_json(std::vector<Warning> const& warnings, Language language) {
  Json::Array items;
  for (auto const& each : warnings) {
    items.push_back(Json{}.add("code", each.code).add("text", say(each.words, language)));
  }
  return items;
}

}  // namespace himpun::app
