// Checks signed papers from the command line: with an office's data folder against its journal, else the PDF alone.

#include <fstream>
#include <iterator>

#include "app/signing/check_desk.h"
#include "shell/cli/commands.h"

namespace himpun::cli {
namespace {

constexpr ProblemType file_missing{"document.file_missing", ProblemKind::not_found, "Berkas tidak dapat dibaca",
                                   "The file cannot be read"};

struct VerifyOptions {
  app::Place place;
  std::string file;
  std::vector<std::string> trusted;
  bool json = false;

  [[nodiscard]] OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

Result<std::string> read_document(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) return refuse(file_missing, {path, path});
  return std::string{std::istreambuf_iterator<char>{file}, {}};
}

char const* source_words(signing::TimeSource source) {
  switch (source) {
    case signing::TimeSource::claimed:
      return "menurut penanda tangan";
    case signing::TimeSource::time_stamp:
      return "stempel waktu";
    case signing::TimeSource::journal:
      return "menurut jurnal kantor";
  }
  return "";
}

/// What only the journal knows of a signature.
void say_recorded(Frame& frame, app::PaperRecord const& record, app::RecordedSignature const& known) {
  frame.out << "    jabatan     " << known.position << '\n';
  frame.out << "    naskah      " << record.paper << ", versi " << record.version << ", berkas " << record.case_number
            << '\n';
  frame.out << "    titik periksa "
            << (known.checkpoint ? std::to_string(*known.checkpoint) : std::string{"belum ada yang memuatnya"}) << '\n';
}

void say_signature(Frame& frame, signing::SignatureVerdict const& one, std::optional<app::PaperRecord> const& record) {
  auto const& facts = one.facts;
  auto const* known = record ? app::find_recorded(*record, facts) : nullptr;
  frame.out << "- " << (facts.is_time_stamp ? "Stempel waktu" : facts.field) << ": "
            << signing::words_of(one.standing).id << '\n';
  auto const& name = known ? known->name : facts.name;
  if (!name.empty()) frame.out << "    oleh        " << name << '\n';
  if (known) say_recorded(frame, *record, *known);
  if (one.signed_at)
    frame.out << "    waktu       " << to_text(*one.signed_at) << ", " << source_words(one.time_source) << '\n';
  if (facts.certificate) {
    frame.out << "    sertifikat  " << facts.certificate->name << " (" << facts.certificate->issuer << ")\n";
    frame.out << "    pencabutan  " << signing::revocation_words(facts).id << '\n';
  }
  if (!facts.is_time_stamp) frame.out << "    tingkat     " << word_of(one.level) << '\n';
  for (auto const fault : one.faults) {
    frame.out << "    " << word_of(fault) << ": " << signing::words_of(fault).id << '\n';
  }
}

void say_text(Frame& frame, app::CheckedPaper const& checked) {
  frame.out << signing::words_of(checked.verdict.standing).id << '\n';
  for (auto const fault : checked.verdict.faults) {
    if (checked.verdict.signatures.empty()) frame.out << word_of(fault) << ": " << signing::words_of(fault).id << '\n';
  }
  for (auto const& one : checked.verdict.signatures) say_signature(frame, one, checked.record);
  if (checked.names_other_paper) {
    frame.out << "Kode verifikasi di dalamnya menunjuk naskah lain di kantor ini; berkas ini bukan naskah itu.\n";
  }
  if (!checked.record) return;
  auto const& record = *checked.record;
  frame.out << "Menurut jurnal " << record.office << ": " << record.paper << ", versi " << record.version << ", berkas "
            << record.case_number << "; " << checked.recorded_signatures << " tanda tangan tercatat.\n";
  if (record.recalled_at)
    frame.out << "Distribusi versi ini ditarik kembali pada " << to_text(*record.recalled_at) << ".\n";
  if (record.is_void) frame.out << "Versi ini sudah diganti oleh versi " << record.latest_version << ".\n";
}

void verify(VerifyOptions const& options, Frame& frame, app::Installation& installation) {
  auto const pdf = read_document(options.file);
  if (!pdf) return frame.refused(pdf.error(), options.form());
  std::vector<std::string> trusted;
  for (auto const& path : options.trusted) {
    auto pem = read_document(path);
    if (!pem) return frame.refused(pem.error(), options.form());
    trusted.push_back(std::move(*pem));
  }
  auto const checked = app::check_pdf(*installation.signing, *pdf, trusted);
  if (!checked) return frame.refused(checked.error(), options.form());
  if (options.json) {
    frame.out << write_json(to_json(*checked)) << '\n';
  } else {
    say_text(frame, *checked);
  }
  auto const standing = checked->verdict.standing;
  frame.exit = standing == signing::Standing::valid            ? Exit::done
               : standing == signing::Standing::issuer_unknown ? Exit::findings
                                                               : Exit::refused;
}

void run_verify(VerifyOptions const& options, Frame& frame) {
  bool const has_office = !options.place.data_folder.empty() || !options.place.database_url.empty();
  if (has_office) {
    frame.with_office(options.place, [&](app::Installation& installation) { verify(options, frame, installation); });
    return;
  }
  auto installation = frame.assembly.blank();
  verify(options, frame, installation);
}

}  // namespace

void add_document(CLI::App& app, Frame& frame) {
  auto* group = app.add_subcommand("document", "Memeriksa naskah yang ditandatangani");
  group->require_subcommand(1);
  group->footer("Contoh:\n  himpun document verify dokumen.pdf");
  auto options = std::make_shared<VerifyOptions>();
  auto* command = group->add_subcommand("verify", "Memeriksa tanda tangan elektronik sebuah PDF");
  command->add_option("FILE", options->file, "Berkas PDF")->required();
  command->add_option("--data", options->place.data_folder,
                      "Folder data kantor: tanda tangan dicocokkan dengan jurnalnya (bawaan: PDF saja)");
  command->add_option("--database", options->place.database_url, "postgresql://...");
  command->add_option("--trust", options->trusted, "Sertifikat penerbit (PEM) yang dipercaya; boleh beberapa");
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Kode keluar: 0 sah; 1 utuh, tetapi penerbit sertifikat tidak dikenal; 2 tidak sah atau tidak dapat dibaca.\n\n"
      "Contoh:\n  himpun document verify dokumen.pdf --data kantor\n"
      "  himpun document verify dokumen.pdf --trust root.pem --json");
  command->callback([options, &frame] { run_verify(*options, frame); });
}

}  // namespace himpun::cli
