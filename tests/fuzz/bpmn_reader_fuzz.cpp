// Any bytes at all: the reader refuses them with words and a place, or makes a procedure of them. Where that procedure
// can be read, its drawing comes back as the same procedure without a note.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.h"
#include "core/document/bpmn/importer.h"
#include "core/document/bpmn/writer.h"
#include "core/procedure/reader.h"

namespace himpun {
namespace {

void check_refusal(Problem const& problem) {
  ensure(problem.where && problem.where->line > 0 && problem.where->column > 0, "a refusal says where");
  ensure(!problem.detail.id.empty() && !problem.detail.en.empty(), "a refusal has words");
}

void check_redrawn(procedure::Procedure const& procedure) {
  auto const back = document::bpmn::import_bpmn_file(document::bpmn::write_bpmn_file(procedure), "fuzz.bpmn");
  ensure(back.has_value() && back->notes.empty(), "what is drawn comes back whole");
  ensure(back->procedure == procedure, "what is drawn comes back the same");
}

}  // namespace
}  // namespace himpun

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace himpun;
  auto const imported = document::bpmn::import_bpmn_file({reinterpret_cast<char const*>(data), size}, "fuzz.bpmn");
  if (!imported) return check_refusal(imported.error()), 0;
  for (auto const& note : imported->notes) ensure(!note.words.id.empty() && !note.words.en.empty(), "a note has words");
  auto const read = procedure::read_procedure(imported->text, "fuzz.yaml");
  if (read) check_redrawn(read->procedure);
  return 0;
}
