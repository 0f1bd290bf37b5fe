#pragma once
// A small library and archives office with its catalogue and one collection, for tests: two divisions, an analyst, a
// Kasubag, an administrator; quarterly visits, a yearly index, a ratio, a derived indicator and two budget codes.

#include "core/performance/catalogue/commands.h"
#include "core/performance/collection/decide.h"
#include "core/performance/collection/figures.h"
#include "core/performance/collection/progress.h"
#include "core/performance/samples.h"

namespace himpun::performance::test {

inline UnitId const library{"unit-pustaka"};
inline UnitId const archive{"unit-arsip"};

inline Date day(std::string_view text) { return parse_date(text).value(); }

inline access::Agency small_agency() {
  access::Agency agency;
  agency.id = "dinas";
  agency.name = "Dinas Perpustakaan dan Kearsipan";
  auto const add = [&](char const* unit, char const* position, char const* person) {
    UnitId const at{unit};
    agency.units[at] = {at, unit, std::nullopt, false};
    agency.positions[PositionId{position}] = {PositionId{position}, position, at, false};
    agency.people[PersonId{person}] = {PersonId{person}, person, "", ""};
    access::AppointmentId const id{std::string{"penunjukan-"} + person};
    agency.appointments[id] = {
        id, PersonId{person}, PositionId{position}, access::Standing::definitive, day("2020-01-01"), {}, "SK"};
  };
  add("unit-pustaka", "kabid-pustaka", "ani");
  add("unit-arsip", "kabid-arsip", "budi");
  add("unit-sekretariat", "analis", "citra");
  add("unit-umum", "kasubag", "dewi");
  return agency;
}

inline Sheet plain_sheet(std::string name, std::string satuan, UnitId provider) {
  Sheet sheet;
  sheet.year = 2025;
  sheet.name = std::move(name);
  sheet.unit_of_measure = std::move(satuan);
  sheet.provider = std::move(provider);
  return sheet;
}

class SmallOffice {
 public:
  SmallOffice() {
    keep(AdoptProfile{2025, usual_profile(), ""});
    keep(RecordNode{
        {NodeId{"sasaran"}, NodeKind::objective, "S1", "Literasi meningkat", std::nullopt, library, 2025, {}}});
    keep(RecordNode{{NodeId{"program"},
                     NodeKind::program,
                     "2.23.02",
                     "Pembinaan perpustakaan",
                     NodeId{"sasaran"},
                     library,
                     2025,
                     {}}});
    auto visits = plain_sheet("Kunjungan", "orang", library);
    visits.rules.consolidation = Consolidation::sum;
    visits.required_evidence = {"Buku tamu"};
    keep(RecordSheet{IndicatorId{"kunjungan"}, NodeId{"program"}, visits});
    auto found = plain_sheet("Arsip ditemukan", "%", archive);
    found.form = EntryForm::ratio;
    found.multiplier = Decimal{100};
    found.numerator = "Arsip ditemukan";
    found.denominator = "Arsip dicari";
    keep(RecordSheet{IndicatorId{"ditemukan"}, NodeId{"sasaran"}, found});
    SignAgreement agreement{AgreementId{"pk-2026"}, 2026, library, {}};
    agreement.revision.date = day("2026-01-05");
    TargetLine line{IndicatorId{"kunjungan"}, target_of(num("18000")), {}};
    for (std::int32_t i = 1; i <= 4; ++i) line.periods.push_back({quarter(i), target_of(num("4500"))});
    agreement.revision.lines = {line, {IndicatorId{"ditemukan"}, target_of(num("90")), {}}};
    keep(agreement);
    keep(RecordCeiling{{2026, "2.23.02", "Pembinaan", library, BudgetStage::original, day("2026-01-02"), "DPA",
                        Decimal{1850}, std::nullopt}});
  }

  [[nodiscard]] access::Caller as(std::string const& person) const {
    if (person == "admin") return {access::AccountId{"admin"}, std::nullopt, {access::Role::administrator}};
    return {access::AccountId{"akun-" + person}, PersonId{person}, {}};
  }

  /// The administrator records; the refusal's code, or empty.
  std::string keep(CatalogueCommand const& command, std::string const& person = "admin") {
    auto const caller = as(person);
    auto const events = decide(catalogue, command, CatalogueOccasion{today, caller, agency});
    if (!events) {
      last = events.error();
      return std::string{events.error().type->code};
    }
    for (auto const& each : *events) evolve(catalogue, each);
    happened = events->size();
    return "";
  }

  std::string act(std::string const& person, CollectionCommand const& command) {
    auto const caller = as(person);
    auto const events =
        decide(collection, command, CollectionOccasion{now, today, caller, agency, catalogue, previous});
    if (!events) {
      last = events.error();
      return std::string{events.error().type->code};
    }
    for (auto const& each : *events) evolve(collection, each, now);
    happened = events->size();
    return "";
  }

  SmallOffice& open(Period const& period = quarter(2)) {
    auto forms = forms_due(catalogue, period);
    for (auto& each : forms) each.due_at = Instant{day("2026-07-10")};
    EXPECT_EQ(act("citra", OpenCollection{CollectionId{"kasus-1"},
                                          period,
                                          forms,
                                          {HolderId{"analis"}},
                                          {HolderId{"kasubag"}},
                                          Instant{day("2026-07-08")}}),
              "");
    return *this;
  }

  [[nodiscard]] Row const& row(RowKey const& key) const { return collection.rows.at(key); }
  std::string enter(std::string const& person, RowKey const& key, Value value) {
    Entry entry = row(key).entry;
    entry.value = std::move(value);
    return act(person, EnterValues{{{key, row(key).revision, entry}}});
  }
  [[nodiscard]] CheckBooks books() const { return {catalogue, previous}; }

  access::Agency agency = small_agency();
  Date today = day("2026-07-03");
  Instant now = Instant{today};
  Catalogue catalogue;
  Collection collection;
  std::map<IndicatorId, Value> previous;
  std::optional<Problem> last;
  std::size_t happened = 0;
};

inline RowKey const visits{library, RowKind::indicator, "kunjungan"};
inline RowKey const money{library, RowKind::budget, "2.23.02"};
inline RowKey const found_archives{archive, RowKind::indicator, "ditemukan"};

}  // namespace himpun::performance::test
