#include "shell/cli/cli.h"

#include <iostream>

#include "base/json.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

constexpr char const* about_himpun =
    "Himpun menjalankan pengumpulan data kinerja sebuah kantor tepat seperti SOP resminya,\n"
    "dari disposisi sampai dokumen ditandatangani, dibagikan dan diarsipkan.\n\n"
    "Mulai dari sini:\n"
    "  himpun demo                          kantor contoh di http://localhost:8080\n"
    "  himpun init --data kantor ...        kantor baru\n"
    "  himpun serve --data kantor           membuka kantor itu";

std::string sentence(Problem const& problem) {
  std::string text{problem.type->title_id};
  if (problem.where && !problem.where->file.empty()) {
    text = problem.where->file + ":" + std::to_string(problem.where->line) + ":" +
           std::to_string(problem.where->column) + ": " + text;
  }
  if (!problem.detail.id.empty()) text += ": " + problem.detail.id;
  for (auto const& field : problem.fields) text += "\n  " + field.pointer + ": " + field.message.id;
  for (auto const& cause : problem.causes) text += "\n" + sentence(cause);
  return text;
}

Json problem_json(Problem const& problem) {
  Json json;
  json.add("code", problem.type->code).add("title", problem.type->title_id);
  if (!problem.detail.id.empty()) json.add("detail", problem.detail.id);
  if (problem.where) json.add("line", problem.where->line).add("column", problem.where->column);
  Json::Array causes;
  for (auto const& cause : problem.causes) causes.push_back(problem_json(cause));
  if (!causes.empty()) json.add("refusals", std::move(causes));
  return json;
}

}  // namespace

void Frame::add_place(CLI::App& command, app::Place& place) {
  command.add_option("--data", place.data_folder, "Folder data kantor")->default_val("himpun-data");
  command.add_option("--database", place.database_url, "postgresql://... (bawaan: SQLite di folder data)");
}

void Frame::refused(Problem const& problem, OutputForm form) {
  if (form == OutputForm::json) {
    out << write_json(problem_json(problem)) << '\n';
  } else {
    err << "himpun: " << sentence(problem) << '\n';
  }
  exit = problem.type->kind == ProblemKind::unavailable ? Exit::failed : Exit::refused;
}

void Frame::with_office(app::Place const& place, std::function<void(app::Installation&)> const& use) {
  auto opened = assembly.open(place);
  if (!opened) return refused(opened.error());
  use(*opened);
}

Progress Frame::progress() const {
  auto const started = std::chrono::steady_clock::now();
  auto last = std::make_shared<std::chrono::steady_clock::time_point>(started);
  return [&error = err, last](std::string_view what, std::int64_t done, std::int64_t all) {
    auto const now = std::chrono::steady_clock::now();
    if (now - *last < std::chrono::seconds{1}) return;
    *last = now;
    error << what << ": " << done;
    if (all > 0) error << " dari " << all << " (" << done * 100 / all << " %)";
    error << '\n';
  };
}

int run(int argc, char const* const* argv, Frame& frame) {
  CLI::App app{about_himpun, "himpun"};
  app.require_subcommand(1);
  app.set_version_flag("--version", HIMPUN_VERSION);
  app.set_help_flag("-h,--help", "Bantuan ini");
  app.failure_message([](CLI::App const* self, CLI::Error const& error) {
    return std::string{"himpun: "} + error.what() + "\nLihat: " + self->get_name() + " --help\n";
  });
  add_commands(app, frame);
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error, frame.out, frame.err) == 0 ? 0 : static_cast<int>(Exit::refused);
  } catch (std::exception const& failure) {
    frame.err << "himpun: " << failure.what() << '\n';
    return static_cast<int>(Exit::failed);
  }
  return static_cast<int>(frame.exit);
}

}  // namespace himpun::cli
