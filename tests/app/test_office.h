#pragma once
// A small office for tests of the use cases: the store in memory, a clock that the test moves, ids that count up, the
// seed SOP adopted with everybody it needs. Accounts are called acc-<who>: kadis, sekretaris, kasubag, analis, b1, b2,
// and admin without a post.

#include <memory>
#include <string>

#include "adapters/memory/store.h"
#include "adapters/packages/packages.h"
#include "adapters/sheets/sheets.h"
#include "app/desks/case_desk.h"
#include "app/office.h"
#include "core/journal/samples.h"
#include "core/procedure/reader.h"
#include "support/files.h"
#include "support/temporary_folder.h"

namespace himpun::app::test {

/// Keeps nothing; every file counts as uploaded.
class AllBlobs final : public BlobStore {
 public:
  void keep(std::string const&, std::string_view, std::int64_t) override {}
  [[nodiscard]] bool has(std::string_view) override { return true; }
  [[nodiscard]] Result<BlobHead> head_of(std::string_view, std::size_t) override { return refuse(file_missing); }
  [[nodiscard]] Result<void> read(std::string_view, std::function<void(std::string_view)> const&) override {
    return refuse(file_missing);
  }
  void remove(std::string_view) override {}
  void list(std::function<void(std::string_view)> const&) override {}
  [[nodiscard]] Result<std::string> path_of(std::string_view) override { return refuse(file_missing); }
};

class PlainHasher final : public PasswordHasher {
 public:
  [[nodiscard]] std::string hash(std::string_view password) override { return "plain:" + std::string{password}; }
  [[nodiscard]] bool verify(std::string_view password, std::string_view hash) override {
    return hash == "plain:" + std::string{password};
  }
};

class SampleKey final : public CheckpointKey {
 public:
  [[nodiscard]] std::string name() const override { return signer_.key.name; }
  [[nodiscard]] std::string public_key() const override {
    return {signer_.key.public_key.begin(), signer_.key.public_key.end()};
  }
  [[nodiscard]] std::string sign(std::string_view message) const override { return signer_.sign(message); }
  [[nodiscard]] bool verify(std::string_view public_key, std::string_view message,
                            std::string_view signature) const override {
    return journal::verify_ed25519(public_key, message, signature);
  }

 private:
  journal::SampleSigner signer_{"himpun/contoh"};
};

inline Instant instant(char const* text) { return *parse_instant(text); }
inline Date date(char const* text) { return *parse_date(text); }

struct TestOffice {
  std::unique_ptr<Store> store = memory::make_store();
  AllBlobs blobs;
  PlainHasher hasher;
  SampleKey key;
  std::unique_ptr<Sheets> sheet_files = sheets::with_files();
  std::unique_ptr<Packages> package_files = packages::with_libarchive();
  himpun::test::TemporaryFolder scratch;  ///< of this office alone: ids are the same in every test
  Instant now = instant("2026-01-05T01:00:00Z");  ///< Monday, 08.00 WIB
  int ids = 0;
  Renderer* printer = nullptr;  ///< of the office when it is opened
  std::unique_ptr<Office> office;

  TestOffice() { open(); }

  /// Opens the office on its store, as a restart does.
  void open() {
    office = std::make_unique<Office>(World{.store = *store,
                                            .blobs = blobs,
                                            .hasher = hasher,
                                            .key = key,
                                            .clock = [this] { return now; },
                                            .make_id = [this] { return next_id(); },
                                            .make_token = [this] { return next_id(); },
                                            .agency = "contoh",
                                            .sheets = *sheet_files,
                                            .packages = *package_files,
                                            .scratch_folder = scratch.path().string(),
                                            .renderer = printer});
  }

  std::string next_id() {
    auto number = std::to_string(++ids);
    return "ID" + std::string(6 - number.size(), '0') + number;
  }

  Result<Json> as(std::string const& account, Body const& body) {
    return office->carry_out({access::AccountId{account}, {}}, body);
  }
  Result<Json> see(std::string const& account, Look const& look) {
    return office->look(access::AccountId{account}, look);
  }
  /// As the installation itself, which may do everything.
  Json must(Body const& body) {
    auto const done = as("", body);
    EXPECT_TRUE(done) << (done ? "" : done.error().type->code);
    return done.value_or(Json{});
  }
  template <class T>
  T read(std::function<T(Reader&)> const& view) {
    T found{};
    store->read([&](Reader& reader) { found = view(reader); });
    return found;
  }

  void record(access::Command const& command) {
    must([&](Desk& desk) -> Result<Json> {
      auto const events = access::decide(desk.agency(), command, desk.caller);
      if (!events) return std::unexpected(events.error());
      if (auto end = desk.record(agency_stream, desk.agency_book->head, *events); !end) {
        return std::unexpected(end.error());
      }
      return Json{};
    });
  }

  void hire(std::string const& who, std::string const& name, std::string const& unit) {
    access::PositionId const position{"pos-" + who};
    access::PersonId const person{"per-" + who};
    record(access::RecordPosition{{position, name, access::UnitId{unit}}});
    record(access::RecordPerson{{person, "NAMA " + who, "", ""}});
    record(access::Appoint{{access::AppointmentId{"app-" + who},
                            person,
                            position,
                            access::Standing::definitive,
                            date("2025-01-01"),
                            {},
                            "SK 1"}});
    record(access::RecordAccount{{access::AccountId{"acc-" + who}, "user-" + who, person, {}}});
  }

  /// Founds the office, hires everybody, adopts the seed SOP and says who performs it.
  void found() {
    record(access::FoundAgency{"contoh", "Dinas Contoh", "Kabupaten Contoh"});
    for (auto const* unit : {"unit-dinas", "unit-b1", "unit-b2"}) {
      record(access::RecordUnit{{access::UnitId{unit}, unit, {}}});
    }
    hire("kadis", "Kepala Dinas", "unit-dinas");
    hire("sekretaris", "Sekretaris", "unit-dinas");
    hire("kasubag", "Kasubag", "unit-dinas");
    hire("analis", "Analis", "unit-dinas");
    hire("b1", "Kabid Satu", "unit-b1");
    hire("b2", "Kabid Dua", "unit-b2");
    record(access::RecordAccount{{access::AccountId{"acc-admin"}, "user-admin", {}, {access::Role::administrator}}});
    adopt_seed();
  }

  void adopt_seed() {
    adopt(himpun::test::read_source_file("procedures/pengumpulan-data-kinerja.yaml"),
          {{procedure::ActorId{"kadis"}, {"pos-kadis"}},
           {procedure::ActorId{"sekretaris"}, {"pos-sekretaris"}},
           {procedure::ActorId{"kasubag"}, {"pos-kasubag"}},
           {procedure::ActorId{"analis"}, {"pos-analis"}},
           {procedure::ActorId{"bidang"}, {"unit-b1", "unit-b2"}}});
  }

  void adopt(std::string const& source, std::vector<procedure::PerformerAssignment> const& performers) {
    auto const read = procedure::read_procedure(source, "sop.yaml");
    ASSERT_TRUE(read);
    must([&](Desk& desk) -> Result<Json> {
      auto const stream = procedure_stream(read->procedure.id.value);
      auto events = procedure::adopt({}, read->procedure, source);
      events.emplace_back(procedure::PerformersAssigned{performers});
      if (auto end = desk.record(stream, {}, events); !end) return std::unexpected(end.error());
      desk.transaction.put(
          ProcedureRow{read->procedure.id.value, read->procedure.number, read->procedure.name, 1, desk.now});
      return Json{};
    });
  }

  std::string start(std::string const& title, std::string const& procedure = "pengumpulan-data-kinerja") {
    auto const started = as("acc-kadis", [&](Desk& desk) {
      workflow::StartCase command{title, {workflow::PeriodKind::quarter, 2026, 1}, {}, {}};
      command.origin.subject = "Kumpulkan data kinerja";
      return start_case(desk, procedure::ProcedureId{procedure}, command);
    });
    EXPECT_TRUE(started) << (started ? "" : started.error().type->code);
    return started ? *started->find("id")->get_if<std::string>() : "";
  }

  workflow::Case file(std::string const& id) {
    return read<workflow::Case>([&](Reader& reader) { return office->books().find_case(reader, id)->state; });
  }
};

}  // namespace himpun::app::test
