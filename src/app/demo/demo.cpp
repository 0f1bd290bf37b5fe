#include "app/demo/demo.h"

#include <map>

#include "app/demo/demo_archive.h"
#include "app/demo/demo_year.h"
#include "app/desks/case_desk.h"
#include "app/founding.h"
#include "base/embedded.h"
#include "base/ensure.h"
#include "core/procedure/reader.h"

namespace himpun::app {
namespace {

constexpr char const* demo_password = "himpun-demo-2026";
constexpr char const* seed_file = "procedures/pengumpulan-data-kinerja.yaml";

struct Official {
  char const* username;
  char const* name;  ///< after the position: nobody's
  char const* position;
  char const* unit;
  char const* actor;  ///< performer column of the seed SOP; empty: none
};

constexpr Official officials[] = {
    {"kadis", "Pejabat Kadis", "Kepala Dinas", "Dinas Perpustakaan dan Kearsipan", "kadis"},
    {"sekretaris", "Pejabat Sekretaris", "Sekretaris Dinas", "Sekretariat", "sekretaris"},
    {"kasubag", "Pejabat Kasubag PPMEP", "Kasubag Perencanaan, Program, Monitoring, Evaluasi dan Pelaporan",
     "Subbagian PPMEP", "kasubag"},
    {"analis", "Pejabat Analis", "Analis Perencana Evaluasi dan Pelaporan", "Subbagian PPMEP", "analis"},
    {"perpustakaan", "Pejabat Bidang Perpustakaan", "Kepala Bidang Perpustakaan", "Bidang Perpustakaan", "bidang"},
    {"kearsipan", "Pejabat Bidang Kearsipan", "Kepala Bidang Kearsipan", "Bidang Kearsipan", "bidang"},
    {"umum", "Pejabat Subbagian Umum", "Kasubag Umum dan Kepegawaian", "Subbagian Umum dan Kepegawaian", "bidang"},
};

/// What the demo has made so far, by name.
struct Made {
  std::map<std::string, access::UnitId> units;
  std::map<std::string, access::PositionId> positions;
  std::vector<access::Account> accounts;
  std::vector<access::Command> commands;
};

access::UnitId add_unit(Desk& desk, Made& made, std::string const& name, std::string const& parent) {
  access::UnitId const id{desk.world.make_id()};
  auto const above = made.units.find(parent);
  made.units[name] = id;
  made.commands.push_back(
      access::RecordUnit{{id, name, above == made.units.end() ? std::nullopt : std::optional{above->second}, false}});
  return id;
}

void add_account(Desk& desk, Made& made, std::string username, std::optional<access::PersonId> person,
                 std::vector<access::Role> roles) {
  access::Account const account{access::AccountId{desk.world.make_id()}, std::move(username), std::move(person),
                                std::move(roles), false};
  made.accounts.push_back(account);
  made.commands.push_back(access::RecordAccount{account});
  made.commands.push_back(access::SetPassword{account.id});
}

void add_official(Desk& desk, Made& made, Official const& official) {
  access::PositionId const position{desk.world.make_id()};
  access::PersonId const person{desk.world.make_id()};
  made.positions[official.position] = position;
  auto const since = Date{std::chrono::year{2025} / std::chrono::January / 2};
  made.commands.push_back(access::RecordPosition{{position, official.position, made.units.at(official.unit), false}});
  made.commands.push_back(access::RecordPerson{{person, official.name, "", ""}});
  made.commands.push_back(
      access::Appoint{{access::AppointmentId{desk.world.make_id()}, person, position, access::Standing::definitive,
                       since, std::nullopt, "SK contoh 800/01/2025"}});
  add_account(desk, made, official.username, person, {});
}

Result<void> add_people(Desk& desk, Made& made, std::string const& password_hash) {
  made.commands.push_back(access::FoundAgency{desk.world.agency, "Dinas Perpustakaan dan Kearsipan (contoh)",
                                              "Kabupaten Tanjung Jabung Barat"});
  add_unit(desk, made, "Dinas Perpustakaan dan Kearsipan", "");
  add_unit(desk, made, "Sekretariat", "Dinas Perpustakaan dan Kearsipan");
  add_unit(desk, made, "Subbagian PPMEP", "Sekretariat");
  add_unit(desk, made, "Subbagian Umum dan Kepegawaian", "Sekretariat");
  add_unit(desk, made, "Bidang Perpustakaan", "Dinas Perpustakaan dan Kearsipan");
  add_unit(desk, made, "Bidang Kearsipan", "Dinas Perpustakaan dan Kearsipan");
  for (auto const& official : officials) add_official(desk, made, official);
  add_account(desk, made, "admin", std::nullopt, {access::Role::administrator});
  add_account(desk, made, "auditor", std::nullopt, {access::Role::auditor});
  if (auto ok = record_agency(desk, made.commands); !ok) return ok;
  for (auto const& account : made.accounts) put_credential(desk, account, password_hash, false);
  return {};
}

/// Columns of the seed SOP to the demo's positions; a plural column stands for units.
std::vector<procedure::PerformerAssignment> assignments(Made const& made, procedure::Procedure const& procedure) {
  std::vector<procedure::PerformerAssignment> all;
  for (auto const& actor : procedure.actors) {
    procedure::PerformerAssignment assignment{actor.id, {}};
    for (auto const& official : officials) {
      if (actor.id.value != official.actor) continue;
      assignment.holders.push_back(actor.plural ? made.units.at(official.unit).value
                                                : made.positions.at(official.position).value);
    }
    all.push_back(std::move(assignment));
  }
  return all;
}

Result<procedure::ProcedureId> adopt_seed(Desk& desk, Made const& made) {
  auto const* file = find_embedded(seed_file);
  ensure(file != nullptr, "the seed SOP is in the binary");
  auto const read = procedure::read_procedure(file->bytes, seed_file);
  ensure(read.has_value(), "the seed SOP can be read");
  auto const& seed = read->procedure;
  procedure::Book book;
  auto events = procedure::adopt(book, seed, std::string{file->bytes});
  for (auto const& event : events) procedure::evolve(book, event, desk.now);
  auto assigned = procedure::assign(book, assignments(made, seed));
  if (!assigned) return std::unexpected(assigned.error());
  events.insert(events.end(), assigned->begin(), assigned->end());
  auto const head = desk.record(procedure_stream(seed.id.value), {}, events);
  if (!head) return std::unexpected(head.error());
  desk.transaction.put(ProcedureRow{seed.id.value, seed.number, seed.name, 1, desk.now});
  return seed.id;
}

DemoNames names_of(Made const& made) {
  DemoNames names;
  for (auto const& [name, id] : made.units) names["unit:" + name] = id.value;
  for (auto const& [name, id] : made.positions) names["position:" + name] = id.value;
  return names;
}

/// A letter that waits for the head's disposition: registered by the secretary.
Result<Json> start_first_case(Desk& desk, procedure::ProcedureId const& procedure) {
  using namespace std::chrono;
  auto const secretary = access::find_account(desk.agency(), "sekretaris");
  desk.caller = {secretary->id, secretary->person, {}};
  auto const year = int{year_month_day{desk.today()}.year()};
  auto const quarter = static_cast<int>((unsigned{year_month_day{desk.today()}.month()} - 1) / 3 + 1);
  workflow::StartCase start;
  start.title = "Pengumpulan data kinerja " + workflow::period_words({workflow::PeriodKind::quarter, year, quarter}).id;
  start.period = {workflow::PeriodKind::quarter, year, quarter};
  start.origin = {workflow::OriginKind::letter,
                  "Inspektorat Kabupaten (contoh)",
                  "700/123/INSP/" + std::to_string(year),
                  desk.today(),
                  desk.today(),
                  "A-001",
                  "Permintaan data kinerja perangkat daerah",
                  std::nullopt};
  return start_case(desk, procedure, start);
}

bool is_founded(Office& office) {
  bool founded = false;
  office.world().store.read([&](Reader& reader) { founded = !office.books().agency(reader)->state.accounts.empty(); });
  return founded;
}

}  // namespace

std::vector<DemoAccount> demo_accounts() {
  std::vector<DemoAccount> accounts;
  for (auto const& official : officials) accounts.push_back({official.username, demo_password, official.position});
  accounts.push_back({"admin", demo_password, "Administrator"});
  accounts.push_back({"auditor", demo_password, "Pemeriksa"});
  return accounts;
}

Result<void> make_demo_office(Office& office, SessionDesk& sessions) {
  // Most starts find the office there; hashing a password first would cost each of them more than all the rest.
  if (is_founded(office)) return {};
  auto const hash = sessions.hash_new(demo_password);
  if (!hash) return std::unexpected(hash.error());
  auto const made = office.carry_out({}, [&](Desk& desk) -> Result<Json> {
    if (!desk.agency().accounts.empty()) return Json{};
    Made things;
    if (auto ok = add_people(desk, things, *hash); !ok) return std::unexpected(ok.error());
    if (auto ok = import_shipped_calendars(desk); !ok) return std::unexpected(ok.error());
    auto const procedure = adopt_seed(desk, things);
    if (!procedure) return std::unexpected(procedure.error());
    if (auto ok = make_demo_archive(desk, names_of(things)); !ok) return std::unexpected(ok.error());
    if (auto ok = make_demo_year(desk, *procedure, names_of(things)); !ok) return std::unexpected(ok.error());
    return start_first_case(desk, *procedure);
  });
  if (!made) return std::unexpected(made.error());
  return {};
}

}  // namespace himpun::app
