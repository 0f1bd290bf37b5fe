#include "app/desks/catalogue_desk.h"
#include "base/json_map.h"
#include "base/yaml.h"
#include "shell/cli/catalogue_parts.h"
#include "shell/cli/procedure_parts.h"

namespace himpun::cli {
namespace {

struct ProfileOptions {
  app::Place place;
  std::string file;
  std::int32_t year = 0;
  std::string reason;
  bool json = false;

  [[nodiscard]] OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

Result<performance::Profile> read(ProfileOptions const& options) {
  auto const text = read_input_file(options.file, yaml_max_bytes);
  if (!text) return std::unexpected(text.error());
  return app::read_own_profile(*text, options.file);
}

void check(ProfileOptions const& options, Frame& frame) {
  auto const profile = read(options);
  if (!profile) return frame.refused(profile.error(), options.form());
  if (options.json) {
    frame.out << write_json(to_json(*profile)) << '\n';
  } else {
    frame.out << profile->name << ": dapat dipakai.\n";
  }
}

void adopt(ProfileOptions const& options, Frame& frame) {
  auto const profile = read(options);
  if (!profile) return frame.refused(profile.error(), options.form());
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const kept = installation.office->carry_out({}, [&](app::Desk& desk) {
      return app::keep_catalogue(desk, std::nullopt,
                                 {performance::AdoptProfile{options.year, *profile, options.reason}});
    });
    if (!kept) return frame.refused(kept.error(), options.form());
    if (options.json) {
      frame.out << write_json(*kept->find("body")) << '\n';
    } else {
      frame.out << "Profil tahun " << options.year << ": " << profile->name << ".\n";
    }
  });
}

void show(ProfileOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    Result<std::string> text;
    auto const seen = installation.office->look({}, [&](app::Sight& sight) -> Result<Json> {
      text = app::adopted_profile_file(sight, options.year);
      return Json{};
    });
    if (!seen) return frame.refused(seen.error());
    if (!text) return frame.refused(text.error());
    frame.out << *text;
  });
}

void add_year(CLI::App& command, ProfileOptions& options) {
  command.add_option("--year", options.year, "Tahun kinerja")->required();
}

}  // namespace

void add_profile(CLI::App& catalogue, Frame& frame) {
  auto* group = catalogue.add_subcommand("profile", "Profil perhitungan: memeriksa, memakai, menampilkan");
  group->require_subcommand(1);
  group->footer("Contoh:\n  himpun catalogue profile check profil-kantor.yaml");
  auto options = std::make_shared<ProfileOptions>();

  auto* checking =
      group->add_subcommand("check", "Memeriksa berkas profil: setiap kesalahan dengan baris dan kolomnya");
  checking->add_option("FILE", options->file, "Berkas profil (YAML)")->required();
  checking->add_flag("--json", options->json, "Jawaban untuk program");
  checking->footer(
      "Kode keluar: 0 dapat dipakai, 2 ditolak.\n\nContoh:\n"
      "  himpun catalogue profile check profil-kantor.yaml");
  checking->callback([options, &frame] { check(*options, frame); });

  auto* adopting = group->add_subcommand("adopt", "Memakai berkas profil untuk satu tahun");
  Frame::add_place(*adopting, options->place);
  adopting->add_option("FILE", options->file, "Berkas profil (YAML)")->required();
  add_year(*adopting, *options);
  adopting->add_option("--reason", options->reason, "Alasan; wajib bila tahun itu sudah punya profil");
  adopting->add_flag("--json", options->json, "Jawaban untuk program");
  adopting->footer("Contoh:\n  himpun catalogue profile adopt --data kantor --year 2026 profil-kantor.yaml");
  adopting->callback([options, &frame] { adopt(*options, frame); });

  auto* showing = group->add_subcommand("show", "Menampilkan profil yang dipakai sebagai berkas, untuk diubah");
  Frame::add_place(*showing, options->place);
  add_year(*showing, *options);
  showing->footer("Contoh:\n  himpun catalogue profile show --data kantor --year 2026 > profil-kantor.yaml");
  showing->callback([options, &frame] { show(*options, frame); });
}

}  // namespace himpun::cli
