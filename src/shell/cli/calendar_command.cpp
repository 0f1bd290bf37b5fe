#include <fstream>

#include "app/desks/calendar_desk.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

struct CalendarOptions {
  app::Place place;
  std::string file;
  bool json = false;

  [[nodiscard]] OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

constexpr std::size_t longest_file_bytes = 256 * 1024;

constexpr ProblemType calendar_file_unreadable{"file.unreadable", ProblemKind::not_found, "Berkas tidak dapat dibaca",
                                               "The file cannot be read"};
constexpr ProblemType calendar_file_too_large{"file.too_large", ProblemKind::too_large, "Berkas terlalu besar",
                                              "The file is too large"};

Result<calendar::YearFile> read_year(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  std::string text(longest_file_bytes + 1, '\0');
  if (file) file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.is_open() || file.bad()) return refuse(calendar_file_unreadable, {path, path});
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > longest_file_bytes) return refuse(calendar_file_too_large, {path, path});
  auto const json = parse_json(text);
  if (!json) return std::unexpected(json.error());
  return calendar::parse_year_file(*json);
}

void say(CalendarOptions const& options, Frame& frame, calendar::YearFile const& file, app::Followed const& followed) {
  if (options.json) {
    frame.out << write_json(
                     Json{}.add("year", file.year.year).add("cases", followed.cases).add("moved", followed.moved))
              << '\n';
    return;
  }
  frame.out << "Kalender " << file.year.year << " berlaku (" << file.year.source << "): " << file.year.holidays.size()
            << " hari libur, " << file.year.collective_leave.size() << " hari cuti bersama.\n"
            << "Tenggat " << followed.moved << " dari " << followed.cases << " berkas yang berjalan berubah.\n";
}

void import(CalendarOptions const& options, Frame& frame) {
  auto const file = read_year(options.file);
  if (!file) return frame.refused(file.error(), options.form());
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const imported = installation.office->carry_out({}, [&](app::Desk& desk) {
      return app::change_calendar(
          desk, std::nullopt, [&](calendar::Calendar const& now) { return calendar::import_year_file(now, *file); },
          Language::indonesian);
    });
    if (!imported) return frame.refused(imported.error(), options.form());
    auto const followed = app::follow_calendar(*installation.office);
    if (!followed) return frame.refused(followed.error(), options.form());
    say(options, frame, *file, *followed);
  });
}

}  // namespace

void add_calendar(CLI::App& app, Frame& frame) {
  auto* group = app.add_subcommand("calendar", "Kalender kerja");
  group->require_subcommand(1);
  group->footer("Contoh:\n  himpun calendar import --data kantor data/calendars/2026.json");
  auto options = std::make_shared<CalendarOptions>();
  auto* command = group->add_subcommand("import", "Mengimpor hari libur dan cuti bersama satu tahun");
  Frame::add_place(*command, options->place);
  command->add_option("FILE", options->file, "Berkas kalender tahunan (JSON)")->required();
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Tenggat berkas yang berjalan dihitung ulang dan tercatat.\n\nContoh:\n"
      "  himpun calendar import --data kantor data/calendars/2026.json");
  command->callback([options, &frame] { import(*options, frame); });
}

}  // namespace himpun::cli
