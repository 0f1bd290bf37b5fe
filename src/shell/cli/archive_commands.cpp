#include "app/archive/package/case_package.h"
#include "app/archive/package/package_check.h"
#include "app/checkpoints.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

struct ArchiveOptions {
  app::Place place;
  std::string case_id;
  std::string file;
  std::string key;
  bool json = false;

  [[nodiscard]] OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

constexpr ProblemType output_exists{"file.exists", ProblemKind::conflict, "Berkas tujuan sudah ada",
                                    "The file is there already"};

/// By id or by number: `900/7/2026` is what stands on the cover.
Result<workflow::CaseId> find_case(app::Reader& reader, std::string const& wanted) {
  if (reader.find_case(wanted)) return workflow::CaseId{wanted};
  for (auto const& row : reader.list_cases({.search = wanted, .limit = 20})) {
    if (row.number == wanted) return workflow::CaseId{row.case_id};
  }
  return workflow::CaseId{wanted};
}

Result<app::CasePackage> plan(app::Installation& installation, std::string const& wanted) {
  Result<app::CasePackage> package{std::unexpect, Problem{.type = &app::file_missing}};
  auto const looked = installation.office->look({}, [&](app::Sight& sight) -> Result<Json> {
    auto const id = find_case(sight.reader, wanted);
    package = app::plan_case_package(sight, *id);
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  return package;
}

void export_package(ArchiveOptions const& options, Frame& frame) {
  frame.with_office(options.place, [&](app::Installation& installation) {
    auto const& world = installation.office->world();
    if (world.key.can_sign()) {
      auto const sealed = app::CheckpointMaker{*installation.office}.make_checkpoint();
      if (!sealed) return frame.refused(sealed.error(), options.form());
    }
    auto const package = plan(installation, options.case_id);
    if (!package) return frame.refused(package.error(), options.form());
    auto const path = options.file.empty() ? package->folder + ".zip" : options.file;
    if (std::filesystem::exists(path)) {
      return frame.refused(Problem{.type = &output_exists, .detail = {path, path}}, options.form());
    }
    auto const progress = frame.progress();
    auto const written = app::write_case_package(
        world, *package, path, [&](std::int64_t done, std::int64_t all) { progress("Bagian ditulis", done, all); });
    if (!written) return frame.refused(written.error(), options.form());
    if (options.json) {
      frame.out << write_json(Json{}.add("file", path).add("files", written->files).add("bytes", written->bytes))
                << '\n';
    } else {
      frame.out << path << ": " << written->files << " berkas, " << written->bytes << " bita. Periksa dengan\n  "
                << "himpun archive verify " << path << '\n';
    }
  });
}

void say_verdict(ArchiveOptions const& options, Frame& frame, app::PackageVerdict const& verdict) {
  if (!verdict.ok()) frame.exit = Exit::findings;
  if (options.json) {
    frame.out << write_json(app::verdict_view(verdict, Language::indonesian)) << '\n';
    return;
  }
  for (auto const& each : verdict.findings) frame.out << each.path << ": " << each.words.id << ".\n";
  frame.out << (verdict.ok() ? "Utuh: " : "TIDAK UTUH: ") << verdict.files << " berkas, " << verdict.bytes << " bita";
  if (!verdict.ok()) frame.out << ", " << verdict.findings.size() << " temuan";
  frame.out << ".\n";
  if (!verdict.journal) {
    frame.out << "Bukan paket Himpun: tidak ada catatan jurnal di dalamnya.\n";
    return;
  }
  auto const& part = *verdict.journal;
  frame.out << part.events << " kejadian jurnal, " << part.proofs << " terbukti di bawah titik periksa "
            << part.tree_size << ".\n";
  frame.out << (part.key_was_given ? "Kunci pemeriksa: "
                                   : "Kunci dari paket sendiri, bandingkan dengan yang diumumkan kantor:\n  ")
            << part.key << '\n';
}

void verify_package(ArchiveOptions const& options, Frame& frame) {
  std::optional<journal::NoteKey> key;
  if (!options.key.empty()) {
    auto const read = journal::parse_note_key(options.key);
    if (!read) return frame.refused(read.error(), options.form());
    key = *read;
  }
  auto const progress = frame.progress();
  auto const verdict =
      app::check_package(*frame.assembly.packages, options.file, frame.assembly.verify_signature, key,
                         [&](std::int64_t files, std::int64_t) { progress("Berkas diperiksa", files, 0); });
  if (!verdict) return frame.refused(verdict.error(), options.form());
  say_verdict(options, frame, *verdict);
}

void add_export(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<ArchiveOptions>();
  auto* command = group.add_subcommand("export", "Menulis paket arsip sebuah berkas (BagIt 1.0 dalam zip)");
  Frame::add_place(*command, options->place);
  command->add_option("CASE", options->case_id, "Nomor berkas kerja seperti di atas halamannya (bukan kode klasifikasi), atau id-nya")->required();
  command->add_option("FILE", options->file, "Berkas tujuan (bawaan: nomor berkas kerja dengan .zip)");
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Naskah semua versi, angka, data dukung, metadata, dan bagian jurnalnya dengan bukti. Berkas yang\n"
      "sama menghasilkan paket yang sama, bita demi bita.\n\nContoh:\n"
      "  himpun archive export --data kantor 001/2026 arsip-001.zip");
  command->callback([options, &frame] { export_package(*options, frame); });
}

void add_archive_verify(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<ArchiveOptions>();
  auto* command = group.add_subcommand("verify", "Memeriksa paket arsip: setiap berkas, setiap kejadian, setiap bukti");
  command->add_option("PATH", options->file, "Paket (zip atau tar), atau foldernya")->required();
  command->add_option("--key", options->key, "Kunci pemeriksa yang diumumkan kantor (bawaan: kunci di dalam paket)");
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Tidak memerlukan kantor dan tidak membongkar apa pun. Paket yang berbahaya (../, nama mutlak,\n"
      "tautan, nama ganda, isi mengembang) ditolak.\n"
      "Kode keluar: 0 utuh, 1 ada temuan, 2 ditolak.\n\nContoh:\n"
      "  himpun archive verify arsip-001.zip");
  command->callback([options, &frame] { verify_package(*options, frame); });
}

}  // namespace

void add_archive(CLI::App& app, Frame& frame) {
  auto* group = app.add_subcommand("archive", "Paket arsip sebuah berkas: menulis dan memeriksa");
  group->require_subcommand(1);
  group->footer("Contoh:\n  himpun archive verify arsip-001.zip");
  add_export(*group, frame);
  add_archive_verify(*group, frame);
}

}  // namespace himpun::cli
