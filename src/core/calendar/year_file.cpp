#include "core/calendar/year_file.h"

#include <algorithm>
#include <boost/describe/class.hpp>
#include <numeric>
#include <optional>
#include <utility>

#include "base/json_map.h"
#include "core/calendar/rules.h"

namespace himpun::calendar {
namespace file {

struct Leave {
  Date date{};
};
BOOST_DESCRIBE_STRUCT(Leave, (), (date))

struct Expected {
  std::vector<std::int32_t> working_days_per_month;
  std::int32_t working_days = 0;
};
BOOST_DESCRIBE_STRUCT(Expected, (), (working_days_per_month, working_days))

struct Amendment {
  Date published{};
  std::vector<Date> adds;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(Amendment, (), (published, adds, why))

struct Sheet {
  std::int32_t year = 0;
  std::string source;
  std::vector<Holiday> holidays;
  std::vector<Leave> collective_leave;
  std::optional<RamadanPeriod> ramadan;
  std::optional<Expected> expected;
  std::optional<std::vector<Amendment>> amendments;
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (year, source, holidays, collective_leave, ramadan, expected, amendments))

}  // namespace file

namespace {

CalendarYear to_year(file::Sheet sheet) {
  CalendarYear year{sheet.year, std::move(sheet.source), std::move(sheet.holidays), {}};
  for (auto const& leave : sheet.collective_leave) year.collective_leave.push_back(leave.date);
  std::ranges::sort(year.holidays, {}, &Holiday::date);
  std::ranges::sort(year.collective_leave);
  return year;
}

/// The sums count Monday to Friday, whatever hours the office keeps.
std::optional<Problem> check_sums(CalendarYear const& year, file::Expected const& expected) {
  if (year.year < first_year || year.year > last_year) return std::nullopt;  // `import_year` refuses it
  Calendar calendar;
  calendar.years.push_back(year);
  auto const counted = working_days_per_month(calendar, year.year);
  auto const total = std::accumulate(counted.begin(), counted.end(), 0);
  if (counted == expected.working_days_per_month && total == expected.working_days) return std::nullopt;
  auto const differs = std::ranges::mismatch(counted, expected.working_days_per_month).in1 - counted.begin();
  auto const month = std::to_string(std::min<std::ptrdiff_t>(differs + 1, 12));
  return Problem{.type = &year_file_invalid,
                 .detail = {"Jumlah hari kerja pada berkas tidak cocok dengan tanggalnya (mulai bulan ke-" + month +
                                "); periksa apakah ada tanggal yang hilang atau salah.",
                            "The file's working days do not agree with its dates (from month " + month +
                                " on); check for a missing or wrong date."},
                 .fields = {{"/expected", {"tidak cocok", "does not agree"}}}};
}

}  // namespace

Result<YearFile> parse_year_file(Json const& json) {
  auto sheet = from_json<file::Sheet>(json);
  if (!sheet) {
    sheet.error().type = &year_file_invalid;
    return std::unexpected(std::move(sheet.error()));
  }
  auto const expected = sheet->expected;
  auto const ramadan = sheet->ramadan;
  auto year = to_year(std::move(*sheet));
  if (expected) {
    if (auto problem = check_sums(year, *expected)) return std::unexpected(std::move(*problem));
  }
  return YearFile{std::move(year), ramadan};
}

Result<Events> import_year_file(Calendar const& calendar, YearFile const& file) {
  auto events = import_year(calendar, file.year);
  if (!events || !file.ramadan) return events;
  auto const more = set_ramadan(calendar, *file.ramadan);
  if (!more) return more;
  events->insert(events->end(), more->begin(), more->end());
  return events;
}

}  // namespace himpun::calendar
