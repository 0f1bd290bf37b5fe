#include <algorithm>

#include "app/desks/procedure_desk.h"
#include "base/yaml.h"
#include "core/procedure/summary.h"
#include "shell/cli/commands.h"
#include "shell/cli/procedure_parts.h"

namespace himpun::cli {
namespace {

struct ProcedureOptions {
  app::Place place;
  std::vector<std::string> files;
  bool json = false;

  [[nodiscard]] OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

Exit exit_of(procedure::Verdict verdict) {
  switch (verdict) {
    case procedure::Verdict::clean:
      return Exit::done;
    case procedure::Verdict::findings:
      return Exit::findings;
    case procedure::Verdict::refused:
      return Exit::refused;
  }
  return Exit::refused;
}

/// Several files: the worst of them.
void worsen(Exit& exit, Exit next) { exit = std::max(exit, next); }

void check_files(ProcedureOptions const& options, Frame& frame) {
  Json::Array checks;
  for (auto const& path : options.files) {
    auto const text = read_input_file(path, yaml_max_bytes);
    if (!text) {
      auto const before = frame.exit;
      frame.refused(text.error(), OutputForm::text);
      worsen(frame.exit, before);
      continue;
    }
    auto const check = procedure::check_procedure(*text, path);
    worsen(frame.exit, exit_of(check.verdict()));
    if (options.json) {
      checks.push_back(procedure::to_json(check));
    } else {
      frame.out << procedure::write_check(check, Language::indonesian);
    }
  }
  if (options.json) frame.out << write_json(Json{std::move(checks)}) << '\n';
}

void show_file(ProcedureOptions const& options, Frame& frame) {
  auto const& path = options.files.front();
  auto const text = read_input_file(path, yaml_max_bytes);
  if (!text) return frame.refused(text.error(), options.form());
  auto const check = procedure::check_procedure(*text, path);
  if (!check.procedure) {
    frame.err << procedure::write_check(check, Language::indonesian);
    frame.exit = Exit::refused;
  } else if (options.json) {
    frame.out << write_json(himpun::to_json(*check.procedure)) << '\n';
  } else {
    frame.out << procedure::summarize(check, Language::indonesian);
  }
}

void say_adopted(ProcedureOptions const& options, Frame& frame, Json const& adopted) {
  if (options.json) {
    frame.out << write_json(adopted) << '\n';
    return;
  }
  auto const version = *adopted.find("version")->get_if<std::int64_t>();
  auto const findings = adopted.find("findings")->get_if<Json::Array>()->size();
  frame.out << "SOP " << *adopted.find("id")->get_if<std::string>() << " berlaku sebagai versi " << version << " ("
            << findings << " temuan).\n";
}

void adopt_file(ProcedureOptions const& options, Frame& frame) {
  auto const& path = options.files.front();
  auto text = read_input_file(path, yaml_max_bytes);
  if (!text) return frame.refused(text.error(), options.form());
  auto check = procedure::check_procedure(*text, path);
  if (check.verdict() == procedure::Verdict::refused) {
    frame.exit = Exit::refused;
    if (options.json) {
      frame.out << write_json(procedure::to_json(check)) << '\n';
    } else {
      frame.err << procedure::write_check(check, Language::indonesian);
    }
    return;
  }
  app::CheckedFile const file{std::move(*text), std::move(check)};
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const adopted = installation.office->carry_out(
        {}, [&](app::Desk& desk) { return app::adopt_procedure(desk, file, Language::indonesian); });
    if (!adopted) return frame.refused(adopted.error(), options.form());
    say_adopted(options, frame, *adopted);
  });
}

void add_check(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<ProcedureOptions>();
  auto* command = group.add_subcommand("check", "Memeriksa berkas SOP: susunan, alur, dan bunyi lembarnya");
  command->add_option("FILE", options->files, "Berkas SOP (YAML)")->required();
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Kode keluar: 0 bersih, 1 ada temuan, 2 ditolak.\n\nContoh:\n"
      "  himpun procedure check procedures/pengumpulan-data-kinerja.yaml");
  command->callback([options, &frame] { check_files(*options, frame); });
}

void add_show(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<ProcedureOptions>();
  auto* command = group.add_subcommand("show", "Menampilkan ringkasan sebuah berkas SOP");
  command->add_option("FILE", options->files, "Berkas SOP (YAML)")->required()->expected(1);
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer("Contoh:\n  himpun procedure show procedures/pengumpulan-data-kinerja.yaml");
  command->callback([options, &frame] { show_file(*options, frame); });
}

void add_adopt(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<ProcedureOptions>();
  auto* command = group.add_subcommand("adopt", "Memberlakukan berkas SOP sebagai versi baru di sebuah kantor");
  Frame::add_place(*command, options->place);
  command->add_option("FILE", options->files, "Berkas SOP (YAML)")->required()->expected(1);
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Berkas yang sama tidak menambah versi. Berkas yang sedang berjalan tetap memakai versinya.\n\nContoh:\n"
      "  himpun procedure adopt --data kantor procedures/pengumpulan-data-kinerja.yaml");
  command->callback([options, &frame] { adopt_file(*options, frame); });
}

}  // namespace

void add_procedure(CLI::App& app, Frame& frame) {
  auto* group =
      app.add_subcommand("procedure", "SOP sebagai berkas: memeriksa, menampilkan, memberlakukan, menggambar");
  group->require_subcommand(1);
  group->footer("Contoh:\n  himpun procedure check procedures/*.yaml");
  add_check(*group, frame);
  add_show(*group, frame);
  add_adopt(*group, frame);
  add_render(*group, frame);
  add_import(*group, frame);
}

}  // namespace himpun::cli
