#include "app/demo/demo_year.h"

#include "app/demo/demo_player.h"
#include "app/desks/case_desk.h"
#include "app/desks/catalogue_desk.h"
#include "base/embedded.h"
#include "base/ensure.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

struct DemoQuarter {
  std::int32_t number = 1;
  std::vector<DemoRow> rows;
};
BOOST_DESCRIBE_STRUCT(DemoQuarter, (), (number, rows))

struct DemoYear {
  std::string about;
  std::int32_t year = 0;
  std::string profile;
  std::vector<performance::RecordNode> nodes;
  std::vector<performance::RecordSheet> sheets;
  std::vector<performance::SignAgreement> agreements;
  std::vector<performance::RecordCeiling> ceilings;
  std::vector<performance::RecordFigure> figures;
  std::vector<DemoQuarter> quarters;
};
BOOST_DESCRIBE_STRUCT(DemoYear, (),
                      (about, year, profile, nodes, sheets, agreements, ceilings, figures, quarters))

struct ThisYear {
  std::string about;
  std::vector<performance::SignAgreement> agreements;
  std::vector<performance::RecordCeiling> ceilings;
};
BOOST_DESCRIBE_STRUCT(ThisYear, (), (about, agreements, ceilings))

void replace_all(std::string& text, std::string const& what, std::string const& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

template <class Shape>
Shape read_demo(char const* path, DemoNames const& names, std::string const& year) {
  auto const* file = find_embedded(path);
  ensure(file != nullptr, "the demo's data are in the binary");
  std::string text{file->bytes};
  for (auto const& [name, id] : names) replace_all(text, "\"" + name + "\"", "\"" + id + "\"");
  if (!year.empty()) replace_all(text, "2026", year);
  auto const json = parse_json(text);
  ensure(json.has_value(), "the demo's data are JSON");
  auto read = from_json<Shape>(*json);
  ensure(read.has_value(), "the demo's data have their shape");
  return std::move(*read);
}

template <class Command>
void append(std::vector<performance::CatalogueCommand>& commands, std::vector<Command> const& more) {
  commands.insert(commands.end(), more.begin(), more.end());
}

Result<void> fill_catalogue(Desk& desk, DemoYear const& demo, ThisYear const& now) {
  auto profile = find_shipped_profile(demo.profile);
  if (!profile) return std::unexpected(profile.error());
  std::vector<performance::CatalogueCommand> commands{
      performance::AdoptProfile{demo.year, std::move(*profile), "Profil kantor contoh"}};
  append(commands, demo.nodes);
  append(commands, demo.sheets);
  append(commands, demo.agreements);
  append(commands, demo.ceilings);
  append(commands, demo.figures);
  append(commands, now.agreements);
  append(commands, now.ceilings);
  auto const kept = keep_catalogue(desk, std::nullopt, commands);
  if (!kept) return std::unexpected(kept.error());
  return {};
}

Instant morning_of(Date day) { return Instant{day} + std::chrono::hours{2}; }  // 09.00 WIB

/// The case of a quarter, begun by the secretary.
Result<workflow::CaseId> begin(Desk& desk, procedure::ProcedureId const& procedure, Period const& period) {
  auto const secretary = access::find_account(desk.agency(), "sekretaris");
  desk.caller = {secretary->id, secretary->person, {}};
  workflow::StartCase start;
  start.title = "Pengumpulan data kinerja " + period_words(period).id;
  start.period = period;
  start.origin.subject = "Kumpulkan data kinerja " + period_words(period).id + " (contoh).";
  auto const started = start_case(desk, procedure, start);
  if (!started) return std::unexpected(started.error());
  return workflow::CaseId{*started->find("id")->get_if<std::string>()};
}

Result<void> play_quarter(Desk& desk, procedure::ProcedureId const& procedure, Period const& period,
                          std::vector<DemoRow> const& rows, workflow::StepId const& until) {
  auto const id = begin(desk, procedure, period);
  if (!id) return std::unexpected(id.error());
  return DemoPlayer{desk, *id, rows}.play(until);
}

Period quarter_before(Date today) {
  auto const date = std::chrono::year_month_day{today};
  auto const quarter = static_cast<std::int32_t>((unsigned{date.month()} - 1) / 3);
  auto const year = int{date.year()};
  return quarter == 0 ? Period{PeriodKind::quarter, year - 1, 4} : Period{PeriodKind::quarter, year, quarter};
}

}  // namespace

Result<void> make_demo_year(Desk& desk, procedure::ProcedureId const& procedure, DemoNames const& names) {
  auto const now = desk.now;
  auto const caller = desk.caller;
  auto const year = int{std::chrono::year_month_day{desk.today()}.year()};
  auto const demo = read_demo<DemoYear>("data/demo/year.json", names, "");
  auto const current = read_demo<ThisYear>("data/demo/this-year.json", names, std::to_string(year));
  desk.now = morning_of(Date{std::chrono::year{demo.year} / 1 / 15});
  if (auto ok = fill_catalogue(desk, demo, current); !ok) return ok;
  for (auto const& quarter : demo.quarters) {
    Period const period{PeriodKind::quarter, demo.year, quarter.number};
    desk.now = morning_of(last_day(period) + std::chrono::days{7});
    if (auto ok = play_quarter(desk, procedure, period, quarter.rows, {}); !ok) return ok;
  }
  desk.now = now - std::chrono::days{2};
  auto const waits = play_quarter(desk, procedure, quarter_before(local_date(now, calendar::offset_of(desk.calendar()))),
                                  {}, workflow::StepId{"himpun"});
  desk.now = now;
  desk.caller = caller;
  return waits;
}

}  // namespace himpun::app
