#include "shell/http/routes/office/calendar_routes.h"

#include <algorithm>
#include <charconv>

#include "app/desks/calendar_desk.h"
#include "shell/http/versioned.h"

namespace himpun::http {
namespace {

using app::Desk;
using app::Sight;
using calendar::Calendar;
using calendar::Events;

struct YearRecord {
  std::string source;
  std::vector<calendar::Holiday> holidays;
  std::vector<Date> collective_leave;
};
BOOST_DESCRIBE_STRUCT(YearRecord, (), (source, holidays, collective_leave))
struct RamadanRecord {
  Date from{};
  Date to{};
};
BOOST_DESCRIBE_STRUCT(RamadanRecord, (), (from, to))
struct ZoneSetting {
  std::string zone;
};
BOOST_DESCRIBE_STRUCT(ZoneSetting, (), (zone))

Problem wrong_field(std::string pointer, Words message) {
  return Problem{.type = &input_invalid, .fields = {{std::move(pointer), std::move(message)}}};
}

Result<int> read_year(std::string const& text, std::string pointer) {
  int year = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  bool const is_number = error == std::errc{} && end == text.data() + text.size();
  if (is_number && year >= calendar::first_year && year <= calendar::last_year + 1) return year;
  return std::unexpected(
      wrong_field(std::move(pointer), {"harus tahun antara 2000 dan 2200", "must be a year within 2000 and 2200"}));
}

Result<Date> read_date(std::string const& text) {
  if (auto const date = parse_date(text)) return *date;
  return std::unexpected(wrong_field("/date", {"harus tanggal yyyy-mm-dd", "must be a date yyyy-mm-dd"}));
}

Result<Json> show(Sight& sight, Call const& call) {
  std::optional<int> year;
  if (auto const* text = call.request().query.find("year")) {
    auto const read = read_year(*text, "/?year");
    if (!read) return std::unexpected(read.error());
    year = *read;
  }
  return app::show_calendar(sight, year, call.language());
}

/// A change of what the caller saw, decided by `rule(calendar, body)`.
template <class Record>
void set(Api& api, std::string_view operation, std::string_view path,
         std::function<Result<Events>(Calendar const&, Record const&)> rule) {
  change<Record>(api, operation, Method::put, path, "",
                 [rule = std::move(rule)](Desk& desk, Aim const& aim, Record const& record) {
                   return app::change_calendar(
                       desk, aim.seen, [&](Calendar const& now) { return rule(now, record); }, aim.language);
                 });
}

void add_settings(Api& api) {
  set<calendar::OfficeHours>(api, "set_office_hours", "/calendar/hours", calendar::set_office_hours);
  set<ZoneSetting>(api, "set_zone", "/calendar/zone", [](Calendar const& now, ZoneSetting const& setting) {
    return calendar::set_zone(now, setting.zone);
  });
  set<calendar::AtRiskRule>(api, "set_at_risk_rule", "/calendar/at-risk-rule", calendar::set_at_risk_rule);
}

Result<Json> import_year(Desk& desk, Aim const& aim, YearRecord const& record) {
  auto const year = read_year(aim.id, "/year");
  if (!year) return std::unexpected(year.error());
  calendar::CalendarYear const imported{*year, record.source, record.holidays, record.collective_leave};
  return app::change_calendar(
      desk, aim.seen, [&](Calendar const& now) { return calendar::import_year(now, imported); }, aim.language);
}

/// A command that adds something; `location` names it.
template <class Record>
void add(Api& api, std::string_view operation, std::string_view path,
         std::function<Result<Events>(Calendar const&, Record const&)> rule,
         std::function<Date(Record const&)> date_of) {
  api.command(operation, Method::post, path,
              [rule = std::move(rule), date_of = std::move(date_of),
               path = std::string{path}](Call const& call) -> Result<Order> {
                auto record = call.body<Record>();
                if (!record) return std::unexpected(record.error());
                auto location = path + "/" + himpun::to_text(date_of(*record));
                auto const language = call.language();
                return Order{[rule, language, record = std::move(*record)](Desk& desk) {
                               return app::change_calendar(
                                   desk, std::nullopt, [&](Calendar const& now) { return rule(now, record); },
                                   language);
                             },
                             created_at(std::move(location))};
              });
}

using Removal = std::function<Result<Events>(Calendar const&, Date, std::string const& reason)>;

/// A command that removes what stands at a date; `has` says whether there is something.
void remove(Api& api, std::string_view operation, std::string_view path, std::function<bool(Calendar const&, Date)> has,
            Removal removal) {
  api.command(operation, Method::delete_, path,
              [has = std::move(has), removal = std::move(removal)](Call const& call) -> Result<Order> {
                auto const aim = aim_of(call, "date");
                if (!aim) return std::unexpected(aim.error());
                auto const date = read_date(aim->id);
                if (!date) return std::unexpected(date.error());
                auto const rule = [has, removal, date = *date,
                                   reason = call.query("reason")](Calendar const& now) -> Result<Events> {
                  if (!has(now, date)) return refuse(app::calendar_day_unknown);
                  return removal(now, date, reason);
                };
                return Order{
                    [rule, aim = *aim](Desk& desk) { return app::change_calendar(desk, aim.seen, rule, aim.language); },
                    shown_afterwards};
              });
}

bool is_local_holiday(Calendar const& now, Date date) {
  return std::ranges::find(now.local_holidays, date, &calendar::LocalHoliday::date) != now.local_holidays.end();
}
bool is_ramadan_start(Calendar const& now, Date date) {
  return std::ranges::find(now.ramadan, date, &calendar::RamadanPeriod::from) != now.ramadan.end();
}

}  // namespace

void add_calendar_routes(Api& api) {
  see(api, "show_calendar", "/calendar", show);
  change<YearRecord>(api, "import_calendar_year", Method::put, "/calendar/years/:year", "year", import_year);
  add<calendar::LocalHoliday>(api, "add_local_holiday", "/calendar/local-holidays", calendar::add_local_holiday,
                              [](calendar::LocalHoliday const& holiday) { return holiday.date; });
  remove(api, "remove_local_holiday", "/calendar/local-holidays/:date", is_local_holiday,
         [](Calendar const& now, Date date, std::string const& reason) -> Result<Events> {
           return calendar::remove_local_holiday(now, date, reason);
         });
  add<RamadanRecord>(
      api, "set_ramadan", "/calendar/ramadan",
      [](Calendar const& now, RamadanRecord const& record) {
        return calendar::set_ramadan(now, {record.from, record.to, ""});
      },
      [](RamadanRecord const& record) { return record.from; });
  remove(api, "remove_ramadan", "/calendar/ramadan/:date", is_ramadan_start,
         [](Calendar const& now, Date date, std::string const&) { return calendar::remove_ramadan(now, date); });
  add_settings(api);
}

}  // namespace himpun::http
