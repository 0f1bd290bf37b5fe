#include "app/desks/calendar_desk.h"

#include "app/desks/agency_desk.h"
#include "app/desks/case_desk.h"
#include "app/views/calendar_view.h"

namespace himpun::app {
namespace {

constexpr int cases_per_page = 200;
constexpr int tries_per_case = 5;

/// Somebody else wrote at the same moment: the next try sees what they wrote.
bool is_passing(Problem const& problem) { return problem.is(store_conflict); }
bool is_trouble(Problem const& problem) {
  return problem.type->kind == ProblemKind::unavailable || is_passing(problem);
}

/// The change of the calendar that the running cases have not followed yet.
std::int64_t change_to_follow(Office& office) {
  std::int64_t version = 0;
  office.world().store.read([&](Reader& reader) {
    auto const calendar = office.books().calendar(reader);
    if (calendar->state.is_ahead_of_cases()) version = calendar->state.changed_version;
  });
  return version;
}

/// The next running cases after `last` by number, an order that no command changes.
std::vector<CaseRow> next_cases(Office& office, std::optional<CaseRow> const& last) {
  std::vector<CaseRow> rows;
  office.world().store.read([&](Reader& reader) {
    rows = reader.list_cases(
        {.state = "running", .sort = CaseSort::number_ascending, .after = last, .limit = cases_per_page});
  });
  return rows;
}

/// Whether the case got other due dates. A case that was closed or suspended meanwhile needs none.
Result<bool> recompute(Office& office, CaseRow const& row) {
  workflow::CaseId const id{row.case_id};
  Result<Json> answer;
  for (int tries = 0; tries < tries_per_case; ++tries) {
    answer = office.carry_out(
        {}, [&](Desk& desk) { return steer_case(desk, id, std::nullopt, workflow::RecomputeDeadlines{}); });
    if (answer || !is_passing(answer.error())) break;
  }
  if (!answer && is_trouble(answer.error())) return std::unexpected(answer.error());
  if (!answer) return false;
  auto const* version = answer->find("version");
  return version && *version->get_if<std::int64_t>() > row.version;
}

Result<void> record_followed(Office& office, std::int64_t version) {
  auto const done = office.carry_out({}, [&](Desk& desk) -> Result<Json> {
    auto const events = calendar::follow_cases(desk.calendar(), version);
    if (events.empty()) return Json{};
    if (auto end = desk.record(calendar_stream, desk.calendar_book->head, events); !end) {
      return std::unexpected(end.error());
    }
    return Json{};
  });
  if (!done) return std::unexpected(done.error());
  return {};
}

}  // namespace

Result<Json> show_calendar(Sight& sight, std::optional<int> year, Language language) {
  return versioned(sight.calendar().changed_version, calendar_view(sight, sight.calendar(), year, language));
}

Result<Json> change_calendar(Desk& desk, std::optional<std::int64_t> seen, CalendarRule const& rule,
                             Language language) {
  if (auto ok = require_administrator(desk); !ok) return std::unexpected(ok.error());
  if (seen && *seen != desk.calendar().changed_version) {
    return refuse(calendar_changed, {"Muat ulang kalender, lalu ulangi perubahan Anda.",
                                     "Load the calendar again, then repeat your change."});
  }
  auto const events = rule(desk.calendar());
  if (!events) return std::unexpected(events.error());
  auto after = desk.calendar();
  if (!events->empty()) {
    auto const end = desk.record(calendar_stream, desk.calendar_book->head, *events);
    if (!end) return std::unexpected(end.error());
    for (auto const& event : *events) calendar::evolve(after, event);
  }
  return versioned(after.changed_version, calendar_view(desk, after, std::nullopt, language));
}

Result<Followed> follow_calendar(Office& office, std::stop_token const& stopping) {
  Followed followed;
  while (auto const version = change_to_follow(office)) {
    std::optional<CaseRow> last;
    for (auto rows = next_cases(office, last); !rows.empty(); rows = next_cases(office, last)) {
      for (auto const& row : rows) {
        if (stopping.stop_requested()) return followed;
        auto const moved = recompute(office, row);
        if (!moved) return std::unexpected(moved.error());
        ++followed.cases;
        followed.moved += *moved ? 1 : 0;
      }
      last = rows.back();
    }
    if (auto ok = record_followed(office, version); !ok) return std::unexpected(ok.error());
  }
  return followed;
}

}  // namespace himpun::app
