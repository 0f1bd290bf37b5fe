#include "app/bpmn/bpmn.h"
#include "base/json_map.h"
#include "shell/cli/procedure_parts.h"

namespace himpun::cli {
namespace {

struct ProcedureImportOptions {
  std::string file;
  std::string output;
  bool json = false;
};

std::string_view say_kind(document::bpmn::NoteKind kind) {
  switch (kind) {
    case document::bpmn::NoteKind::lost:
      return "tidak dibawa";
    case document::bpmn::NoteKind::changed:
      return "berubah arti";
    case document::bpmn::NoteKind::assumed:
      return "dianggap";
  }
  return {};
}

/// One line a note, like those of `procedure check`: file:line:column: kind: element: words.
void say_notes(std::string const& file, std::vector<document::bpmn::Note> const& notes, std::ostream& err) {
  for (auto const& note : notes) {
    err << file << ':' << note.place.line << ':' << note.place.column << ": " << say_kind(note.kind) << ": ";
    if (!note.element.empty()) err << note.element << ": ";
    err << note.words.id << '\n';
  }
}

void import_file(ProcedureImportOptions const& options, Frame& frame) {
  auto const form = options.json ? OutputForm::json : OutputForm::text;
  auto const text = read_input_file(options.file, xml_max_bytes);
  if (!text) return frame.refused(text.error(), form);
  auto const imported = document::bpmn::import_bpmn_file(*text, options.file);
  if (!imported) return frame.refused(imported.error(), form);
  auto const shown = options.output.empty() ? std::string{"(hasil)"} : options.output;
  auto const check = procedure::check_procedure(imported->text, shown);
  frame.exit = imported->notes.empty() && check.refusals.empty() ? Exit::done : Exit::findings;
  if (options.json) {
    Json::Array notes;
    for (auto const& note : imported->notes) notes.push_back(app::note_view(note, Language::indonesian));
    auto const json =
        Json{}.add("source", imported->text).add("notes", std::move(notes)).add("check", procedure::to_json(check));
    if (auto done = write_output(frame, options.output, write_json(json) + "\n"); !done) frame.refused(done.error());
    return;
  }
  if (auto written = write_output(frame, options.output, imported->text); !written) {
    return frame.refused(written.error());
  }
  say_notes(options.file, imported->notes, frame.err);
  if (!check.refusals.empty()) frame.err << procedure::write_check(check, Language::indonesian);
}

}  // namespace

void add_import(CLI::App& group, Frame& frame) {
  auto options = std::make_shared<ProcedureImportOptions>();
  auto* command = group.add_subcommand("import", "Membuat berkas SOP dari sebuah diagram BPMN 2.0");
  command->add_option("FILE", options->file, "Berkas BPMN 2.0 (XML)")->required();
  command->add_option("--output", options->output, "Berkas SOP tujuan (bawaan: keluaran baku)");
  command->add_flag("--json", options->json, "Jawaban untuk program");
  command->footer(
      "Yang tidak dapat dibawa dan yang dianggap dicetak ke keluaran galat, satu baris sebuah, dengan unsur dan\n"
      "barisnya. Kode keluar: 0 semua terbawa, 1 ada catatan, 2 ditolak.\n\nContoh:\n"
      "  himpun procedure import diagram.bpmn --output sop.yaml");
  command->callback([options, &frame] { import_file(*options, frame); });
}

}  // namespace himpun::cli
