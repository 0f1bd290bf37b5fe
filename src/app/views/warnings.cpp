#include "app/views/warnings.h"

#include <set>

namespace himpun::app {
namespace {

using namespace std::chrono;

/// Years from the next one on in which a running case is due; each costs one look into the index.
std::set<std::int32_t> years_of_due_dates(Reader& reader, calendar::Calendar const& calendar, Date today) {
  auto const offset = calendar::offset_of(calendar);
  auto year = year_month_day{today}.year() + years{1};
  std::set<std::int32_t> found;
  while (static_cast<int>(year) <= calendar::last_year) {
    CaseRow before;
    before.due_at = local_instant(Date{year / January / 1}, Minutes{0}, offset) - microseconds{1};
    // Only open cases have a due date; asking for a state as well would walk past all that are closed.
    auto const rows = reader.list_cases({.sort = CaseSort::due_at_ascending, .after = before, .limit = 1});
    if (rows.empty() || !rows.front().due_at) break;
    auto const due = year_month_day{local_date(*rows.front().due_at, offset)}.year();
    found.insert(static_cast<int>(due));
    year = due + years{1};
  }
  return found;
}

Warning year_missing(std::int32_t year) {
  auto const text = std::to_string(year);
  return {"calendar.year_missing",
          {"Kalender kerja " + text +
               " belum diimpor administrator: tenggat tahun itu belum mengenal hari libur nasional.",
           "Administrators have not imported the working calendar of " + text +
               ": due dates in that year know no national holidays yet."}};
}

}  // namespace

std::vector<Warning> calendar_warnings(Reader& reader, calendar::Calendar const& calendar, Date today) {
  year_month_day const day{today};
  auto needed = years_of_due_dates(reader, calendar, today);
  needed.insert(static_cast<int>(day.year()));
  if (day.month() >= October) needed.insert(static_cast<int>(day.year() + years{1}));
  std::vector<Warning> warnings;
  for (auto const year : needed) {
    if (!calendar::find_year(calendar, year)) warnings.push_back(year_missing(year));
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
