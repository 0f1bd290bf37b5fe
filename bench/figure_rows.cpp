#include "figure_rows.h"

#include <sqlite3.h>

#include <array>
#include <random>
#include <stdexcept>

#include "adapters/sqlite/database.h"

namespace himpun::bench {
namespace {

constexpr int rows_per_commit = 100'000;
constexpr char const* insert =
    "INSERT INTO figure (agency, year, subject, kind, period, case_id, unit, state, value, source, evidence, "
    "updated_at) "
    "VALUES (?1, ?2, ?3, 'indicator', ?4, ?5, ?6, 'frozen', ?7, ?8, '[\"01JBEWIS000000000000000001\"]', 0)";

class Inserter {
 public:
  explicit Inserter(std::string const& path) {
    if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) throw std::runtime_error("cannot open " + path);
    run("PRAGMA journal_mode=WAL");
    run("PRAGMA synchronous=OFF");  // the load is not what is measured
    run("BEGIN");
    if (sqlite3_prepare_v2(database_, insert, -1, &statement_, nullptr) != SQLITE_OK) fail();
  }
  Inserter(Inserter const&) = delete;
  Inserter& operator=(Inserter const&) = delete;
  ~Inserter() {
    sqlite3_finalize(statement_);
    sqlite3_exec(database_, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_exec(database_, "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
    sqlite3_close(database_);
  }

  void add(std::string const& agency, int year, std::string const& subject, std::string const& period,
           std::string const& case_id, std::string const& value) {
    text(1, agency);
    sqlite3_bind_int(statement_, 2, year);
    text(3, subject);
    text(4, period);
    text(5, case_id);
    text(6, "bench-unit");
    text(7, value);
    source_ = case_id + "/bench-unit/" + subject + "@3";
    text(8, source_);
    if (sqlite3_step(statement_) != SQLITE_DONE) fail();
    sqlite3_reset(statement_);
    if (++rows_ % rows_per_commit == 0) run("COMMIT; BEGIN");
  }
  [[nodiscard]] std::int64_t rows() const { return rows_; }

 private:
  void text(int place, std::string const& value) {
    sqlite3_bind_text(statement_, place, value.c_str(), static_cast<int>(value.size()), SQLITE_STATIC);
  }
  void run(char const* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  [[noreturn]] void fail() { throw std::runtime_error(sqlite3_errmsg(database_)); }

  sqlite3* database_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
  std::string source_;
  std::int64_t rows_ = 0;
};

std::string padded(int number, std::size_t digits) {
  auto text = std::to_string(number);
  return std::string(digits - text.size(), '0') + text;
}

}  // namespace

std::string indicator_code(int number) { return "BENCH-" + padded(number, 4); }

std::string indicators_csv(int indicators, int year) {
  std::string csv =
      "Kode indikator;Kode pohon;Nama indikator;Berlaku mulai;Satuan;Polaritas;Cara isi;Unit pengisi;Pelaporan;"
      "Konsolidasi\n";
  for (int i = 0; i < indicators; ++i) {
    csv += indicator_code(i) + ";1.1;Jumlah layanan ke-" + std::to_string(i) + ";" + std::to_string(year) +
           ";layanan;Maksimal;Angka;Bidang Perpustakaan;Triwulanan;Jumlah\n";
  }
  return csv;
}

std::string targets_csv(int indicators, int year) {
  std::string csv =
      "Tahun;Unit perjanjian;Nomor perjanjian;Tanggal perjanjian;Kode indikator;Target tahun;Triwulan I;Triwulan II;"
      "Triwulan III;Triwulan IV\n";
  auto const text = std::to_string(year);
  for (int i = 0; i < indicators; ++i) {
    csv += text + ";Sekretariat;PK uji beban;15/01/" + text + ";" + indicator_code(i) + ";4000;1000;1000;1000;1000\n";
  }
  return csv;
}

std::string figures_csv(int indicators, int rows) {
  std::string csv = "Kode indikator;Jenis angka;Tahun;Nilai;Sumber\n";
  constexpr std::array kinds{"Tahun lalu", "Pembanding"};
  for (int i = 0; i < rows; ++i) {
    auto const year = 2000 + i / indicators % 100;
    csv += indicator_code(i % indicators) + ";" + kinds[static_cast<std::size_t>(i / indicators / 100)] + ";" +
           std::to_string(year) + ";1.234," + std::to_string(10 + i % 90) + ";LKjIP " + std::to_string(year) + "\n";
  }
  return csv;
}

std::int64_t add_figures(std::string const& folder, FigureLoad const& load) {
  auto const path = folder + "/himpun.db";
  auto const own = sqlite::agency_of(path);
  if (!own) throw std::runtime_error("there is no office in " + folder);
  std::mt19937_64 random{load.seed};
  Inserter inserter{path};
  auto const year = std::to_string(load.year);
  for (int office = 0; office <= load.offices; ++office) {
    auto const agency = office == 0 ? *own : "02BENCH" + padded(office, 8);
    for (int indicator = 0; indicator < load.indicators; ++indicator) {
      auto const subject = indicator_code(indicator);
      for (int quarter = 1; quarter <= 4; ++quarter) {
        auto const period = year + "-q" + std::to_string(quarter);
        for (int number = 0; number < load.cases; ++number) {
          auto const value = R"({"kind":"number","number":")" + std::to_string(random() % 2000) + R"("})";
          inserter.add(agency, load.year, subject, period, "01JBENCH" + padded(number, 10), value);
        }
      }
    }
  }
  return inserter.rows();
}

}  // namespace himpun::bench
