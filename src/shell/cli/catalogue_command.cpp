#include <fstream>

#include "app/desks/import_desk.h"
#include "base/json_map.h"
#include "base/sha256.h"
#include "shell/cli/catalogue_parts.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

struct CatalogueImportOptions {
  app::Place place;
  std::string file;
  bool check = false;
  bool json = false;

  [[nodiscard]] OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

std::string file_name(std::string const& path) { return path.substr(path.rfind('/') + 1); }

/// {version, body}: the body.
Json body_of(Json const& versioned) {
  auto const* body = versioned.find("body");
  return body ? *body : versioned;
}

std::int64_t count_in(Json const& body, char const* fate) {
  auto const* counts = body.find("counts");
  auto const* count = counts ? counts->find(fate) : nullptr;
  auto const* number = count ? count->get_if<std::int64_t>() : nullptr;
  return number ? *number : 0;
}

std::string text_in(Json const& row, char const* member) {
  auto const* value = row.find(member);
  auto const* text = value ? value->get_if<std::string>() : nullptr;
  return text ? *text : std::string{};
}

void say_refused_rows(Frame& frame, Json const& body) {
  auto const* rows = body.find("rows");
  auto const* list = rows ? rows->get_if<Json::Array>() : nullptr;
  if (!list) return;
  for (auto const& row : *list) {
    if (text_in(row, "fate") != "refused") continue;
    auto const* number = row.find("row")->get_if<std::int64_t>();
    frame.out << text_in(row, "sheet") << ", baris " << (number ? *number : 0) << ": " << text_in(row, "words") << ". "
              << text_in(row, "problem") << '\n';
  }
}

void say(CatalogueImportOptions const& options, Frame& frame, Json const& body) {
  if (count_in(body, "refused") > 0) frame.exit = Exit::findings;
  if (options.json) {
    frame.out << write_json(body) << '\n';
    return;
  }
  say_refused_rows(frame, body);
  frame.out << (options.check ? "Akan ditambahkan " : "Ditambahkan ") << count_in(body, "added") << ", diubah "
            << count_in(body, "changed") << ", sama " << count_in(body, "same") << ", ditolak "
            << count_in(body, "refused") << ".\n";
}

/// Among the blobs stands a copy: the file stays its owner's.
FileRef keep_copy(app::World const& world, app::SheetFile const& file) {
  app::ScratchFile const copy{world};
  std::ifstream in(file.path, std::ios::binary);
  std::ofstream out(copy.path(), std::ios::binary);
  Sha256Stream hash;
  std::int64_t size = 0;
  std::string piece(1 << 20, '\0');
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
    auto const bytes = std::string_view{piece}.substr(0, static_cast<std::size_t>(in.gcount()));
    hash.update(bytes);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    size += in.gcount();
  }
  out.close();
  if (!in.eof() || !out) throw app::StoreFailure("the file " + file.path + " cannot be copied");
  FileRef kept{to_hex(hash.finish()), file.name, app::media_type_of(file.name), size};
  world.blobs.keep(copy.path(), kept.sha256, kept.size);
  return kept;
}

void import(CatalogueImportOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    app::SheetFile const file{options.file, file_name(options.file)};
    auto& office = *installation.office;
    auto const progress = frame.progress();
    app::ImportAim const aim{.progress = [&](std::int64_t rows) { progress("Baris dibaca", rows, 0); }};
    auto const keep = [&] { return keep_copy(office.world(), file); };
    auto const done = options.check
                          ? office.look({}, [&](app::Sight& sight) { return app::check_import(sight, file, aim); })
                          : app::import_catalogue(office, {.file = file, .keep_file = keep}, aim);
    if (!done) return frame.refused(done.error(), options.form());
    say(options, frame, body_of(*done));
  });
}

}  // namespace

void add_catalogue(CLI::App& app, Frame& frame) {
  auto* group = app.add_subcommand("catalogue", "Katalog kinerja: pohon, indikator, target, pagu, profil");
  group->require_subcommand(1);
  group->footer("Contoh:\n  himpun catalogue import --data kantor katalog-2026.xlsx --check");
  auto options = std::make_shared<CatalogueImportOptions>();
  auto* command =
      group->add_subcommand("import", "Mengimpor katalog dari XLSX atau CSV, seluruhnya atau tidak sama sekali");
  Frame::add_place(*command, options->place);
  command->add_option("FILE", options->file, "Berkas XLSX atau CSV (templatnya diunduh dari halaman katalog)")
      ->required();
  command->add_flag("--check", options->check,
                    "Hanya memeriksa: menyebut setiap baris yang ditolak, tidak mengubah apa pun");
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Kode keluar: 0 selesai, 1 ada baris yang ditolak (--check), 2 ditolak.\n\nContoh:\n"
      "  himpun catalogue import --data kantor katalog-2026.xlsx --check\n"
      "  himpun catalogue import --data kantor katalog-2026.xlsx");
  command->callback([options, &frame] { import(*options, frame); });
  add_profile(*group, frame);
}

}  // namespace himpun::cli
