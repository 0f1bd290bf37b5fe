#include "app/views/calendar_view.h"

#include "app/views/warnings.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

Json year_view(calendar::Calendar const& calendar, calendar::CalendarYear const& year) {
  auto json = to_json(year);
  return json.add("working_days_per_month", to_json(calendar::working_days_per_month(calendar, year.year)));
}

Json years_view(calendar::Calendar const& calendar) {
  Json::Array years;
  for (auto const& each : calendar.years) years.emplace_back(each.year);
  return years;
}

Json ramadan_view(calendar::Calendar const& calendar) {
  Json::Array periods;
  for (auto const& each : calendar.ramadan) {
    periods.push_back(Json{}.add("from", to_text(each.from)).add("to", to_text(each.to)));
  }
  return periods;
}

}  // namespace

Json calendar_view(Sight& sight, calendar::Calendar const& calendar, std::optional<int> year, Language language) {
  auto const this_year = static_cast<int>(std::chrono::year_month_day{sight.today()}.year());
  Json json;
  json.add("zone", calendar.zone).add("years", years_view(calendar));
  if (auto const* asked = calendar::find_year(calendar, year.value_or(this_year))) {
    json.add("year", year_view(calendar, *asked));
  }
  return json.add("local_holidays", to_json(calendar.local_holidays))
      .add("ramadan", ramadan_view(calendar))
      .add("hours", to_json(calendar.hours))
      .add("at_risk", to_json(calendar.at_risk))
      .add("warnings", warnings_json(calendar_warnings(sight.reader, calendar, sight.today()), language));
}

}  // namespace himpun::app
