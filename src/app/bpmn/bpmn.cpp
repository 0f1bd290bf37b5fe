#include "app/bpmn/bpmn.h"

#include "core/document/bpmn/writer.h"

namespace himpun::app {

namespace bpmn = document::bpmn;

Result<BpmnFile> procedure_bpmn(Sight& sight, procedure::ProcedureId const& id, std::int64_t version) {
  auto const found = find_version(sight, id, version);
  if (!found) return std::unexpected(found.error());
  return BpmnFile{id.value + "-v" + std::to_string(version) + ".bpmn",
                  bpmn::write_bpmn_file(found->version->procedure)};
}

Json note_view(bpmn::Note const& note, Language language) {
  Json json;
  json.add("kind", std::string{word_of(note.kind)});
  if (!note.element.empty()) json.add("element", note.element);
  return json.add("line", note.place.line).add("column", note.place.column).add("text", say(note.words, language));
}

Result<Json> check_bpmn(Sight& sight, std::string_view text, std::string const& file, Language language) {
  if (auto ok = require_reader(sight); !ok) return std::unexpected(ok.error());
  auto const imported = bpmn::import_bpmn_file(text, file);
  if (!imported) return std::unexpected(imported.error());
  auto const check = procedure::check_procedure(imported->text, file);
  Json::Array notes;
  for (auto const& note : imported->notes) notes.push_back(note_view(note, language));
  return check_view(check, sight.calendar(), language).add("source", imported->text).add("notes", std::move(notes));
}

}  // namespace himpun::app
