#include "app/signing/base_pdf.h"

#include <ranges>

#include "app/papers/editions.h"
#include "app/ports/renderer.h"
#include "app/signing/signing_desk.h"

namespace himpun::app {
namespace {

bool has_failed(Desk& desk, EditionName const& name) {
  auto const edition = show_edition(desk, name);
  return edition && edition->state == document::EditionState::failed;
}

}  // namespace

std::optional<FileRef> last_signed(signing::CaseSigning const& signing, std::string_view paper, std::int32_t number) {
  for (auto const& one : std::views::reverse(signing.all)) {
    bool const is_same = one.subject.paper == paper && one.subject.number == number;
    bool const is_signed = one.state == signing::SigningState::completed && one.signer != signing::SignerKind::wet_ink;
    if (is_same && is_signed) return one.file->pdf;
  }
  return std::nullopt;
}

Result<std::optional<FileRef>> base_pdf(Desk& desk, RunningCase const& running, signing::CaseSigning const& signing,
                                        signing::SigningSubject const& subject) {
  if (auto const last = last_signed(signing, subject.paper, subject.number)) return last;
  auto const* paper = workflow::find_paper(running.state(), subject.paper);
  auto const& content = paper->latest().content;
  bool const is_pdf = content.file && content.file->media_type == "application/pdf";
  if (is_pdf) return content.file;
  if (content.kind != workflow::ContentKind::text) {
    return refuse(no_pdf, {"Unggah naskahnya sebagai PDF.", "Upload the paper as a PDF."});
  }
  EditionName const name{running.state().id, subject.paper, subject.number};
  if (auto const edition = find_edition(desk, name)) return edition;
  if (!desk.world.renderer) return refuse_without_printer();
  bool const failed_before = has_failed(desk, name);
  if (auto ok = request_edition(desk, name); !ok) return std::unexpected(ok.error());
  if (failed_before) {
    return refuse(no_pdf, {"PDF naskah ini gagal dibuat; periksa apakah server dapat mencetak naskah.",
                           "The PDF of this paper could not be made; check whether the server can print papers."});
  }
  return std::nullopt;
}

}  // namespace himpun::app
