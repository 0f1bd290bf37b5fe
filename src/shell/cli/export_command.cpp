#include "app/sheets/figure_export.h"
#include "base/json_map.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

struct ExportOptions {
  app::Place place;
  std::int32_t year = 0;
  std::string format = "csv";
  std::string to;
  bool json = false;

  [[nodiscard]] OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

void export_figures(ExportOptions const& options, Frame& frame) {
  app::FigureExport wanted{options.year, options.year, app::ExportFormat::csv};
  boost::describe::enum_from_string(options.format.c_str(), wanted.format);
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const progress = frame.progress();
    Result<std::int64_t> written = 0;
    auto const looked = installation.office->look({}, [&](app::Sight& sight) -> Result<Json> {
      written = app::export_figures(sight, wanted, options.to,
                                    [&](std::int64_t rows) { progress("Baris ditulis", rows, 0); });
      return Json{};
    });
    if (!looked) return frame.refused(looked.error(), options.form());
    if (!written) return frame.refused(written.error(), options.form());
    if (options.json) {
      frame.out << write_json(Json{}.add("rows", *written).add("file", options.to)) << '\n';
    } else {
      frame.out << *written << " baris ditulis ke " << options.to << ".\n";
    }
  });
}

}  // namespace

void add_exports(CLI::App& app, Frame& frame) {
  auto* group = app.add_subcommand("export", "Menulis data terbuka ke sebuah berkas");
  group->require_subcommand(1);
  group->footer("Contoh:\n  himpun export figures --data kantor --year 2026 --format csv --to angka-2026.csv");
  auto options = std::make_shared<ExportOptions>();
  auto* command = group->add_subcommand("figures", "Menulis semua angka satu tahun sebagai CSV, XLSX atau JSON");
  Frame::add_place(*command, options->place);
  command->add_option("--year", options->year, "Tahun datanya")->required()->check(CLI::Range(2000, 2200));
  command->add_option("--format", options->format, "csv, xlsx atau json")
      ->default_val("csv")
      ->check(CLI::IsMember({"csv", "xlsx", "json"}));
  command->add_option("--to", options->to, "Berkas tujuan")->required();
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Memori tetap kecil berapa pun banyaknya baris. Pemisah CSV titik koma, desimal koma.\n\nContoh:\n"
      "  himpun export figures --data kantor --year 2026 --format csv --to angka-2026.csv\n"
      "  himpun export figures --data kantor --year 2026 --format xlsx --to angka-2026.xlsx");
  command->callback([options, &frame] { export_figures(*options, frame); });
}

}  // namespace himpun::cli
