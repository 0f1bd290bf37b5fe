#include "app/rebuild.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

struct RebuildOptions {
  app::Place place;
  bool json = false;
};

void run_rebuild(RebuildOptions const& options, Frame& frame) {
  auto const form = options.json ? OutputForm::json : OutputForm::text;
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const progress = frame.progress();
    auto const done = app::rebuild(
        *installation.office, [&](app::Rebuilt const& so_far) { progress("Berkas disusun ulang", so_far.cases, 0); });
    if (!done) return frame.refused(done.error(), form);
    if (options.json) {
      frame.out << write_json(Json{}.add("cases", done->cases).add("procedures", done->procedures)) << '\n';
    } else {
      frame.out << "Tersusun ulang dari jurnal: " << done->cases << " berkas, " << done->procedures << " SOP.\n";
    }
  });
}

}  // namespace

void add_rebuild(CLI::App& app, Frame& frame) {
  auto options = std::make_shared<RebuildOptions>();
  auto* command = app.add_subcommand("rebuild", "Menyusun ulang semua daftar dari jurnal");
  Frame::add_place(*command, options->place);
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Jurnal adalah kebenaran; daftar berkas dan kotak tugas dapat dibuang dan disusun ulang darinya.\n\nContoh:\n"
      "  himpun rebuild --data kantor");
  command->callback([options, &frame] { run_rebuild(*options, frame); });
}

}  // namespace himpun::cli
