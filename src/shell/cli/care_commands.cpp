#include <ostream>

#include "base/json.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

struct CareOptions {
  app::Place place;
  std::string folder;
  bool check = false;
  bool portable = false;
  bool json = false;

  [[nodiscard]] OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

void say(Frame& frame, CareOptions const& options, BackupReport const& report, char const* done) {
  if (options.json) {
    frame.out << write_json(Json{}.add("folder", report.folder).add("files", report.files).add("bytes", report.bytes))
              << '\n';
  } else {
    frame.out << done << ": " << report.folder << " (" << report.files << " berkas, " << report.bytes << " bita)\n";
  }
}

void conclude(Frame& frame, CareOptions const& options, Result<BackupReport> const& report, char const* done) {
  if (!report) return frame.refused(report.error(), options.form());
  say(frame, options, *report, done);
}

}  // namespace

void add_backup(CLI::App& app, Frame& frame) {
  auto options = std::make_shared<CareOptions>();
  auto* command = app.add_subcommand("backup", "Menyalin seluruh kantor ke sebuah folder, selagi kantor tetap buka");
  Frame::add_place(*command, options->place);
  command->add_option("--to", options->folder, "Folder baru untuk salinan")->required();
  command->add_flag("--portable", options->portable,
                    "Bentuk yang dapat dipulihkan ke SQLite maupun PostgreSQL (selalu begitu dari PostgreSQL)");
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Contoh:\n  himpun backup --data kantor --to /mnt/cadangan/2026-11-23\n"
      "  himpun backup --database postgresql://himpun@db/himpun --data simpul1 --to /mnt/cadangan/2026-11-23");
  command->callback([options, &frame] {
    auto const form = options->portable ? BackupForm::portable : BackupForm::native;
    conclude(frame, *options, frame.assembly.back_up(options->place, options->folder, form, frame.progress()),
             "Tersalin");
  });
}

void add_restore(CLI::App& app, Frame& frame) {
  auto options = std::make_shared<CareOptions>();
  auto* command = app.add_subcommand("restore", "Memeriksa sebuah salinan, dan memulihkannya ke tempat yang kosong");
  Frame::add_place(*command, options->place);
  command->add_option("--from", options->folder, "Folder salinan")->required();
  command->add_flag("--check", options->check, "Hanya memeriksa: setiap hash, basis data, dan jurnal");
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Contoh:\n  himpun restore --check --from /mnt/cadangan/2026-11-23\n"
      "  himpun restore --from /mnt/cadangan/2026-11-23 --data kantor-pulih\n"
      "  himpun restore --from /mnt/cadangan/2026-11-23 --database postgresql://himpun@db/baru --data simpul1");
  command->callback([options, &frame] {
    if (options->check) {
      conclude(frame, *options, frame.assembly.check_backup(options->folder, frame.progress()), "Utuh");
    } else {
      conclude(frame, *options, frame.assembly.restore(options->folder, options->place, frame.progress()), "Pulih");
    }
  });
}

void add_migrate(CLI::App& app, Frame& frame) {
  auto options = std::make_shared<CareOptions>();
  auto* command = app.add_subcommand("migrate", "Memperbarui basis data ke versi program ini (disalin dahulu)");
  Frame::add_place(*command, options->place);
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer("Contoh:\n  himpun migrate --data kantor");
  command->callback([options, &frame] {
    auto const applied = frame.assembly.prepare(options->place);
    if (!applied) return frame.refused(applied.error(), options->form());
    if (options->json) {
      Json::Array names;
      for (auto const& name : *applied) names.push_back(name);
      frame.out << write_json(Json{}.add("applied", std::move(names))) << '\n';
    } else if (applied->empty()) {
      frame.out << "Sudah mutakhir.\n";
    } else {
      for (auto const& name : *applied) frame.out << "Diterapkan: " << name << '\n';
    }
  });
}

}  // namespace himpun::cli
