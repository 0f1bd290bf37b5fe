#include "app/founding.h"

#include "base/embedded.h"
#include "core/calendar/year_file.h"

namespace himpun::app {

Result<void> record_agency(Desk& desk, std::vector<access::Command> const& commands) {
  auto agency = desk.agency();
  std::vector<access::Event> all;
  for (auto const& command : commands) {
    auto events = access::decide(agency, command, desk.caller);
    if (!events) return std::unexpected(events.error());
    for (auto& event : *events) {
      access::evolve(agency, event);
      all.push_back(std::move(event));
    }
  }
  if (all.empty()) return {};
  auto const head = desk.record(agency_stream, desk.agency_book->head, all);
  if (!head) return std::unexpected(head.error());
  desk.agency_book = desk.books.agency(desk.reader);
  return {};
}

Result<void> import_shipped_calendars(Desk& desk) {
  auto calendar = desk.calendar();
  std::vector<calendar::Event> all;
  for (auto const& file : embedded_files()) {
    if (!file.name.starts_with("data/calendars/")) continue;
    auto const json = parse_json(file.bytes);
    if (!json) return std::unexpected(json.error());
    auto const year = calendar::parse_year_file(*json);
    if (!year) return std::unexpected(year.error());
    auto events = calendar::import_year_file(calendar, *year);
    if (!events) return std::unexpected(events.error());
    for (auto& event : *events) {
      calendar::evolve(calendar, event);
      all.push_back(std::move(event));
    }
  }
  if (all.empty()) return {};
  auto const head = desk.record(calendar_stream, desk.calendar_book->head, all);
  if (!head) return std::unexpected(head.error());
  desk.calendar_book = desk.books.calendar(desk.reader);
  return {};
}

Result<void> found_office(Office& office, SessionDesk& sessions, Founding const& founding) {
  auto const hash = sessions.hash_new(founding.password);
  if (!hash) return std::unexpected(hash.error());
  auto const done = office.carry_out({}, [&](Desk& desk) -> Result<Json> {
    if (!desk.agency().accounts.empty()) return refuse(users_exist);
    access::Account const account{
        access::AccountId{desk.world.make_id()}, founding.username, std::nullopt, {access::Role::administrator}, false};
    auto recorded = record_agency(desk, {access::FoundAgency{desk.world.agency, founding.name, founding.region},
                                         access::RecordAccount{account}, access::SetPassword{account.id}});
    if (!recorded) return std::unexpected(recorded.error());
    put_credential(desk, account, *hash, false);
    if (auto ok = import_shipped_calendars(desk); !ok) return std::unexpected(ok.error());
    return Json{};
  });
  if (!done) return std::unexpected(done.error());
  return {};
}

}  // namespace himpun::app
