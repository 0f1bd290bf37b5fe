#include "scenarios/stage.h"

#include <atomic>
#include <map>

#include "adapters/memory/store.h"
#include "adapters/packages/packages.h"
#include "adapters/postgres/database.h"
#include "adapters/postgres/store.h"
#include "adapters/sheets/sheets.h"
#include "adapters/sqlite/database.h"
#include "adapters/sqlite/store.h"
#include "app/founding.h"
#include "app/rebuild.h"
#include "app/streams.h"
#include "base/ensure.h"
#include "scenarios/case_text.h"
#include "scenarios/cast.h"
#include "support/postgres_server.h"
#include "support/procedures.h"
#include "support/temporary_folder.h"

namespace himpun::test {
namespace {

constexpr char const* agency_id = "kantor-uji";
constexpr int rows_per_page = 500;

std::vector<app::EventRow> whole_journal(app::Reader& reader) {
  std::vector<app::EventRow> all;
  for (auto rows = reader.journal(0, rows_per_page); !rows.empty();
       rows = reader.journal(all.back().position, rows_per_page)) {
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return all;
}

void must(Result<Json> const& done, char const* what) {
  if (!done) std::fprintf(stderr, "%s: %s %s\n", what, done.error().type->code.data(), done.error().detail.en.c_str());
  ensure(done.has_value(), what);
}

}  // namespace

struct Stage::Set {
  /// Scenarios carry no file contents: every file a step names counts as uploaded.
  struct AnyBlob final : app::BlobStore {
    void keep(std::string const&, std::string_view, std::int64_t) override {}
    bool has(std::string_view) override { return true; }
    Result<app::BlobHead> head_of(std::string_view, std::size_t) override { return refuse(app::file_missing); }
    Result<void> read(std::string_view, std::function<void(std::string_view)> const&) override { return {}; }
    void remove(std::string_view) override {}
    void list(std::function<void(std::string_view)> const&) override {}
    Result<std::string> path_of(std::string_view) override { return std::string{}; }
  };

  struct NoHasher final : app::PasswordHasher {
    std::string hash(std::string_view) override { return {}; }
    bool verify(std::string_view, std::string_view) override { return false; }
  };

  struct NoKey final : app::CheckpointKey {
    std::string name() const override { return "uji"; }
    std::string public_key() const override { return {}; }
    std::string sign(std::string_view) const override { return {}; }
    bool verify(std::string_view, std::string_view, std::string_view) const override { return false; }
  };

  std::atomic<Instant> now{*parse_instant("2026-01-05T01:00:00Z")};
  std::atomic<int> ids{0};
  TemporaryFolder folder;
  AnyBlob blobs;
  NoHasher hasher;
  NoKey key;
  std::unique_ptr<app::Sheets> sheet_files = sheets::with_files();
  std::unique_ptr<app::Packages> package_files = packages::with_libarchive();
  std::optional<PostgresDatabase> database;
  std::vector<std::unique_ptr<app::Store>> stores;
  std::vector<std::unique_ptr<app::Office>> offices;
  std::size_t turn = 0;

  void add(std::unique_ptr<app::Store> store) {
    app::World world{.store = *store,
                     .blobs = blobs,
                     .hasher = hasher,
                     .key = key,
                     .clock = [this] { return now.load(); },
                     .make_id = [this] { return "id" + std::to_string(1'000'000 + ++ids); },
                     .make_token = [] { return std::string{"token"}; },
                     .agency = agency_id,
                     .sheets = *sheet_files,
                     .packages = *package_files,
                     .scratch_folder = folder.path().string()};
    stores.push_back(std::move(store));
    offices.push_back(std::make_unique<app::Office>(std::move(world)));
  }

  void add_sqlite() {
    auto const path = folder.file("uji.db");
    ensure(sqlite::migrate(path, agency_id, now.load()).has_value(), "a new database is made");
    add(std::move(*sqlite::open({.path = path, .agency = agency_id})));
  }

  void add_postgres([[maybe_unused]] int nodes) {
    database.emplace();
    ensure(postgres::migrate(database->where(), agency_id, now.load()).has_value(), "a new database is made");
    for (int i = 0; i < nodes; ++i) add(std::move(*postgres::open({.where = database->where(), .agency = agency_id})));
  }
};

Stage::Stage(StoreKind kind) : set_(std::make_unique<Set>()) {
  switch (kind) {
    case StoreKind::memory:
      set_->add(memory::make_store());
      break;
    case StoreKind::sqlite:
      set_->add_sqlite();
      break;
    case StoreKind::postgres:
      set_->add_postgres(1);
      break;
    case StoreKind::two_nodes:
      set_->add_postgres(2);
      break;
  }
}

Stage::~Stage() {
  for (auto& store : set_->stores) store->stop();
  set_->offices.clear();
  set_->stores.clear();
}

app::Office& Stage::office() { return node(set_->turn++); }
app::Office& Stage::node(std::size_t number) { return *set_->offices[number % set_->offices.size()]; }
Instant Stage::now() const { return set_->now.load(); }
void Stage::set_now(Instant now) { set_->now = now; }

void Stage::found(std::string const& name) {
  auto const source = read_source_file("procedures/" + name + ".yaml");
  must(office().carry_out({},
                          [&](app::Desk& desk) -> Result<Json> {
                            auto const commands = cast_commands(agency_id, read_valid(source));
                            if (auto ok = app::record_agency(desk, commands); !ok) return std::unexpected(ok.error());
                            if (auto ok = app::import_shipped_calendars(desk); !ok) return std::unexpected(ok.error());
                            return Json{};
                          }),
       "an office is founded");
  adopt(source);
}

void Stage::adopt(std::string const& text) {
  auto const read = read_valid(text);
  must(office().carry_out({},
                          [&](app::Desk& desk) -> Result<Json> {
                            auto const stream = app::procedure_stream(read.id.value);
                            auto const kept = desk.books.book(desk.reader, read.id.value);
                            auto book = kept->state;
                            auto events = procedure::adopt(book, read, text);
                            for (auto const& event : events) procedure::evolve(book, event, desk.now);
                            auto assigned = procedure::assign(book, cast_assignments(read));
                            if (!assigned) return std::unexpected(assigned.error());
                            events.insert(events.end(), assigned->begin(), assigned->end());
                            auto const head = desk.record(stream, kept->head, events);
                            if (!head) return std::unexpected(head.error());
                            desk.transaction.put(app::ProcedureRow{read.id.value, read.number, read.name,
                                                                   book.latest().number, desk.now});
                            return Json{};
                          }),
       "a procedure is adopted");
}

namespace {

/// Every stream is an unbroken chain that ends at its head.
void verify_chains(app::Reader& reader, std::vector<std::string>& faults) {
  std::map<std::string, journal::StreamVerifier> verifiers;
  for (auto const& row : whole_journal(reader)) {
    auto& verifier = verifiers.try_emplace(row.stream, agency_id, row.stream).first->second;
    if (auto const broken = verifier.check({row.version, row.bytes, row.hash, std::nullopt})) {
      faults.push_back(journal::explain(*broken).en);
    }
  }
  for (auto const& [stream, verifier] : verifiers) {
    auto const head = reader.head(stream);
    if (auto const broken = verifier.check_end(head.version, head.hash)) faults.push_back(journal::explain(*broken).en);
  }
}

/// The cases kept by an office are those that their events fold to from zero.
void verify_cases(app::Reader& reader, app::Books& kept, std::vector<std::string>& faults) {
  app::Books fresh;
  for (auto const& row : reader.list_cases({})) {
    auto const folded = fresh.find_case(reader, row.case_id);
    if (case_text(folded->state) != case_text(kept.find_case(reader, row.case_id)->state)) {
      faults.push_back("case " + row.case_id + " is not what its events fold to");
    }
  }
}

}  // namespace

std::vector<std::string> Stage::verify() {
  std::vector<std::string> faults;
  std::vector<std::string> before;
  for (auto& office : set_->offices) {
    office->world().store.read([&](app::Reader& reader) {
      verify_chains(reader, faults);
      verify_cases(reader, office->books(), faults);
      before = reader.dump_read_model();
    });
  }
  if (!app::rebuild(node(0))) faults.emplace_back("the read model cannot be rebuilt");
  node(0).world().store.read([&](app::Reader& reader) {
    auto const after = reader.dump_read_model();
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
      auto const live = i < before.size() ? before[i] : "(nothing)";
      auto const rebuilt = i < after.size() ? after[i] : "(nothing)";
      if (live != rebuilt)
        return faults.push_back("rebuilt is not live\n  live:    " + live + "\n  rebuilt: " + rebuilt);
    }
  });
  return faults;
}

}  // namespace himpun::test
