// Figures under load: how fast values are written by a hundred clients, how fast a catalogue's figures are imported and
// every figure exported, by how much memory grows meanwhile, and how long the pages of results take in a database of
// 25,000 offices. Prints `name value unit` lines; bench/README.md says how to read them.

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "app/sheets/figure_export.h"
#include "bare_loop.h"
#include "base/ensure.h"
#include "figure_rows.h"
#include "figures.h"
#include "load.h"
#include "offices.h"
#include "server_process.h"

namespace {

using namespace himpun;
using namespace himpun::bench;

constexpr int clients = 100;
constexpr int catalogue_year = 2030;
constexpr int import_indicators = 500;
constexpr int import_rows = 100'000;
constexpr std::uint64_t seed = 20'260'105;

double peak_megabytes() {
  std::ifstream status{"/proc/self/status"};
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024.0;
  }
  return 0;
}

/// In a process of its own, so that the peak of its memory is its own.
template <class Work>
void apart(char const* name, Work const& work) {
  std::fflush(stdout);
  auto const child = ::fork();
  if (child == 0) {
    work();
    std::fflush(stdout);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ensure(status == 0, name);
}

/// A hundred figures are imported first: what every import needs once is not counted as growth.
void measure_import(std::string const& folder, std::string const& name, std::string const& path) {
  auto installation = open_office(folder);
  write_file(folder + "/some.csv", "Kode indikator;Jenis angka;Tahun;Nilai;Sumber\n" + indicator_code(0) +
                                       ";Target akhir Renstra;2030;9;Renstra\n");
  import(installation, folder + "/some.csv");
  auto const before = peak_megabytes();
  auto const begin = Clock::now();
  auto const added = import(installation, path);
  print(name + "_values_per_second", static_cast<double>(added) / seconds_since(begin), "values/s");
  print(name + "_memory_growth", peak_megabytes() - before, "MB");
  installation.store->stop();
}

/// The same rows as a workbook.
void write_workbook(std::string const& folder, std::string const& csv, std::string const& path) {
  auto installation = open_office(folder);
  auto& sheets = *installation.sheets;
  auto const source = sheets.open_file(csv, {csv});
  auto const writer = sheets.write_xlsx(path, {.name = "Angka tahun lalu"});
  ensure(source.has_value());
  auto const read = (*source)->read("", [&](app::Row const& row) { return writer->add(row.cells); });
  ensure(read.has_value(), "the workbook is written");
  writer->finish();
  installation.store->stop();
}

void measure_imports() {
  TemporaryFolder const for_csv, for_xlsx;
  state("import: " + std::to_string(import_rows) + " figures to compare with (past years, benchmarks) of " +
        std::to_string(import_indicators) + " indicators, one file, one transaction,");
  state(
      "one event each, all rules asked; SQLite, WAL, synchronous=FULL; the growth holds what the office knows of them");
  for (auto const* folder : {&for_csv, &for_xlsx})
    apart("prepare", [&] { prepare_catalogue(folder->path(), import_indicators, catalogue_year); });
  auto const csv = for_csv.path() + "/figures.csv", xlsx = for_xlsx.path() + "/figures.xlsx";
  write_file(csv, figures_csv(import_indicators, import_rows));
  apart("workbook", [&] { write_workbook(for_xlsx.path(), csv, xlsx); });
  apart("import_csv", [&] { measure_import(for_csv.path(), "import_csv", csv); });
  apart("import_xlsx", [&] { measure_import(for_xlsx.path(), "import_xlsx", xlsx); });
}

void measure_export(std::string const& folder, app::ExportFormat format, std::string const& name) {
  auto installation = open_office(folder);
  auto const run = [&](int year, std::string const& path) {
    std::int64_t rows = 0;
    auto const looked = installation.office->look({}, [&](app::Sight& sight) -> Result<Json> {
      auto const written = app::export_figures(sight, {year, year, format}, path, {});
      ensure(written.has_value(), "the export is written");
      rows = *written;
      return Json{};
    });
    ensure(looked.has_value());
    return rows;
  };
  run(catalogue_year - 1, folder + "/none");
  auto const before = peak_megabytes();
  auto const begin = Clock::now();
  auto const rows = run(catalogue_year, folder + "/all");
  print(name + "_rows", static_cast<double>(rows), "rows");
  print(name + "_rows_per_second", static_cast<double>(rows) / seconds_since(begin), "rows/s");
  print(name + "_memory_growth", peak_megabytes() - before, "MB");
  installation.store->stop();
}

void measure_exports() {
  TemporaryFolder const folder;
  apart("prepare", [&] { prepare_catalogue(folder.path(), 50, catalogue_year); });
  apart("rows", [&] { add_figures(folder.path(), {0, 50, 5'000, catalogue_year, seed}); });
  state("export: every figure of a year with names, target and achievement, from SQLite into a file");
  using enum app::ExportFormat;
  apart("export_csv", [&] { measure_export(folder.path(), csv, "export_csv"); });
  apart("export_xlsx", [&] { measure_export(folder.path(), xlsx, "export_xlsx"); });
  apart("export_json", [&] { measure_export(folder.path(), json, "export_json"); });
}

/// One division's form, filled in again and again by one client.
class Filling {
 public:
  Filling(int port, Official const& official, std::string case_id)
      : client_(port), official_(official), path_("/api/v1/cases/" + case_id + "/forms/" + official.unit) {
    auto const form = client_.send("GET", path_, official_.headers, "");
    if (form.status != 200) throw std::runtime_error(form.body);
    auto const json = form.json();
    for (auto const& row : *json.find("rows")->get_if<Json::Array>()) {
      bool const is_number = text_at(*row.find("about"), "form") == "number";
      if (is_number) rows_.push_back({text_at(row, "kind"), text_at(row, "subject"), number_at(row, "revision")});
    }
  }

  [[nodiscard]] std::size_t rows() const { return rows_.size(); }

  /// Saves every row that takes a number; answers with how many.
  std::size_t save(int turn) {
    Json::Array rows;
    for (auto const& row : rows_) rows.push_back(entry(row, turn));
    auto const reply =
        client_.send("POST", path_ + "/entries", official_.headers, write_json(Json{}.add("rows", std::move(rows))));
    if (reply.status != 200) throw std::runtime_error(reply.body);
    for (auto& row : rows_) ++row.revision;
    return rows_.size();
  }

 private:
  struct Seen {
    std::string kind;
    std::string subject;
    std::int64_t revision = 0;
  };

  static Json entry(Seen const& row, int turn) {
    bool const is_budget = row.kind == "budget";
    return Json{}
        .add("kind", row.kind)
        .add("subject", row.subject)
        .add("if_revision", row.revision)
        .add("entry", Json{}
                          .add("value", Json{}.add("kind", "number").add("number", std::to_string(1000 + turn)))
                          .add("parts", Json::Array{})
                          .add("drivers", is_budget ? "" : "Layanan keliling menjangkau lebih banyak sekolah.")
                          .add("obstacles", is_budget ? "" : "Jaringan internet di kecamatan belum stabil.")
                          .add("follow_ups", Json::Array{})
                          .add("note", ""));
  }

  HttpClient client_;
  Official official_;
  std::string path_;
  std::vector<Seen> rows_;
};

void measure_writes(std::string const& program, double seconds) {
  TemporaryFolder const folder;
  apart("office", [&] { make_office(folder.path()); });
  ServerProcess server{program, folder.path()};
  auto const office = sign_in_everybody(server.port());
  std::vector<std::unique_ptr<Filling>> fillings;
  {
    HttpClient client{server.port()};
    for (int i = 0; i < clients; ++i) {
      auto const id = begin_case(client, office, 2026);
      fillings.push_back(std::make_unique<Filling>(server.port(), office.perpustakaan, id));
    }
  }
  state("values: " + std::to_string(clients) + " clients without a pause, each saving all " +
        std::to_string(fillings.front()->rows()) + " number rows of a form of its own in one request, through HTTP;");
  state("SQLite, WAL, synchronous=FULL, answered after the commit; each row with two narratives of about 45 bytes");
  std::vector<std::vector<double>> times(clients);
  std::vector<double> values(clients);
  auto const begin = Clock::now();
  on_threads(clients, [&](std::size_t number) {
    for (int turn = 0; seconds_since(begin) < seconds; ++turn) {
      auto const start = Clock::now();
      values[number] += static_cast<double>(fillings[number]->save(turn));
      times[number].push_back(milliseconds_since(start));
    }
  });
  auto const took = seconds_since(begin);
  std::vector<double> all;
  double written = 0;
  for (auto const& own : times) all.insert(all.end(), own.begin(), own.end());
  for (auto const each : values) written += each;
  print("values_written_per_second", written / took, "values/s");
  print("value_requests_per_second", static_cast<double>(all.size()) / took, "requests/s");
  print("value_request_p50", percentile(all, 50), "ms");
  print("value_request_p99", percentile(all, 99), "ms");
  print("memory_writing_values", server.resident_megabytes(), "MB");
}

/// A page asked again and again by 1 client and by 8, without a pause.
void measure_page(int port, Official const& reader, std::string const& name, std::string const& path, double seconds) {
  for (int const count : {1, 8}) {
    std::vector<std::vector<double>> times(static_cast<std::size_t>(count));
    auto const start = Clock::now();
    on_threads(count, [&](std::size_t number) {
      HttpClient client{port};
      while (seconds_since(start) < seconds) {
        auto const asked = Clock::now();
        auto const reply = client.send("GET", path, reader.headers, "");
        times[number].push_back(milliseconds_since(asked));
        if (reply.status != 200) throw std::runtime_error(reply.body);
      }
    });
    std::vector<double> all;
    for (auto const& own : times) all.insert(all.end(), own.begin(), own.end());
    auto const at = name + "_p";
    auto const of = "_clients_" + std::to_string(count);
    print(at + "50" + of, percentile(all, 50), "ms");
    print(at + "99" + of, percentile(all, 99), "ms");
  }
}

void measure_results(std::string const& program, double seconds, int offices) {
  TemporaryFolder const folder;
  auto const begin = Clock::now();
  apart("offices", [&] { make_offices(folder.path(), {offices, 50, catalogue_year, seed}); });
  state("results: " + std::to_string(offices + 1) + " offices x 50 indicators x 4 quarters in one database, seed " +
        std::to_string(seed) + ", made in " + std::to_string(seconds_since(begin)) + " s");
  state("GET of one of them, everything computed anew, 1 client and 8 clients without a pause; SQLite: results of the");
  state("year, results of one unit, the page of one indicator with its quarters and traces");
  ServerProcess server{program, folder.path()};
  auto const office = sign_in_everybody(server.port());
  auto const year = std::to_string(catalogue_year);
  auto const measure = [&](std::string const& name, std::string const& path) {
    measure_page(server.port(), office.kadis, name, "/api/v1/results" + path, seconds);
  };
  measure("results", "?period=" + year);
  measure("results_of_unit", "?period=" + year + "&unit=" + office.perpustakaan.unit);
  measure("indicator", "/indicators/" + indicator_code(0) + "?year=" + year);
}

}  // namespace

int main(int argc, char** argv) {
  std::string const program = argc > 1 ? argv[1] : "build/himpun";
  double const seconds = argc > 2 ? std::stod(argv[2]) : 8;
  int const offices = argc > 3 ? std::stoi(argv[3]) : 25'000;
  try {
    measure_writes(program, seconds);
    measure_imports();
    measure_exports();
    measure_results(program, seconds, offices);
  } catch (std::exception const& failure) {
    std::fprintf(stderr, "bench: %s\n", failure.what());
    return 1;
  }
  return 0;
}
