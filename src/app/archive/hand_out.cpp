#include "app/archive/hand_out.h"

#include "app/ports/renderer.h"
#include "app/signing/base_pdf.h"
#include "app/signing/signing_room.h"
#include "app/streams.h"

namespace himpun::app {
namespace {

std::optional<FileRef> signed_file(Reader& reader, EditionName const& name) {
  StateCache<signing::CaseSigning> kept{1};
  auto const all = fold<signing::CaseSigningEvent>(reader, signing_stream(name.file.value), kept);
  return last_signed(all->state, name.paper, name.number);
}

HandedPaper handed(FileRef const& file) { return {file.name, file.media_type, file, {}}; }

}  // namespace

Result<std::optional<HandedPaper>> paper_to_hand_out(Sight& sight, EditionName const& name) {
  auto const running = sight.books.find_case(sight.reader, name.file.value);
  auto const* version = find_version(running->state, name);
  if (!version) return refuse(edition_unknown);
  if (auto const file = signed_file(sight.reader, name)) return handed(*file);
  auto const edition = show_edition(sight, name);
  if (edition && edition->file) return handed(*edition->file);
  auto const& content = version->content;
  if (content.file) return handed(*content.file);
  bool const is_printable = content.kind == workflow::ContentKind::text && sight.world.renderer;
  if (is_printable && edition && edition->state == document::EditionState::failed) {
    return refuse(printer_failed, {edition->reason, edition->reason});
  }
  if (is_printable) return std::nullopt;
  return HandedPaper{name.paper + "-v" + std::to_string(name.number) + ".txt", "text/plain", {}, content.text};
}

Result<std::optional<HandedPaper>> prepare_hand_out(Desk& desk, EditionName const& name) {
  auto paper = paper_to_hand_out(desk, name);
  bool const is_missing = paper ? !*paper : paper.error().type->kind == ProblemKind::unavailable;
  if (!is_missing) return paper;
  if (auto ok = request_edition(desk, name); !ok) return std::unexpected(ok.error());
  return paper;
}

}  // namespace himpun::app
