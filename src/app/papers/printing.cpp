#include "app/papers/printing.h"

#include "app/desks/procedure_desk.h"
#include "base/text.h"
#include "core/document/sheet/measure.h"
#include "core/document/stationery/rules.h"

namespace himpun::app {
namespace {

constexpr std::size_t most_name = 80;

std::string capitals(std::string text) {
  for (auto& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

/// What an office that has set nothing prints over its papers.
document::Letterhead plain_letterhead(access::Agency const& agency) {
  document::Letterhead head;
  if (!agency.region.empty()) head.lines.push_back({capitals(agency.region), document::LineLook::normal});
  head.lines.push_back({capitals(agency.name), document::LineLook::large});
  return head;
}

}  // namespace

document::Dressing dressing_of(Sight& sight) {
  auto const stationery = sight.books.stationery(sight.reader);
  auto const& own = stationery->state.letterhead;
  document::Dressing dressing{own ? *own : plain_letterhead(sight.agency()), {}};
  if (dressing.letterhead.logo) dressing.logo_png = small_content(sight.world.blobs, dressing.letterhead.logo->sha256);
  return dressing;
}

ReadyPaper make_ready(Sight& sight, document::OfficialPaper paper, Instant dated, std::string file_name) {
  return {std::move(paper), dressing_of(sight), sight.agency().name, dated, std::move(file_name)};
}

document::OfficialPaper sheet_paper(procedure::Procedure const& procedure, document::PageSize size) {
  document::OfficialPaper paper;
  paper.title = "SOP " + procedure.name;
  paper.subject = procedure.number;
  paper.title_look = document::TitleLook::none;
  paper.head = document::Head::none;
  paper.size = size;
  paper.orientation = document::Orientation::landscape;
  paper.footer = "SOP " + procedure.number;
  paper.blocks.push_back({document::EmbeddedSheet{document::lay_out_for_print(procedure, size)}});
  return paper;
}

Result<ReadyPaper> find_sheet_paper(Sight& sight, procedure::ProcedureId const& id, std::int64_t version,
                                    document::PageSize size) {
  auto const book = sight.books.book(sight.reader, id.value);
  auto const* found = procedure::find_version(book->state, version);
  if (!found) return refuse(procedure_version_unknown);
  auto name = "sop-" + plain_file_name(found->procedure.name) + "-v" + std::to_string(version);
  return make_ready(sight, sheet_paper(found->procedure, size), found->adopted_at, std::move(name));
}

std::string to_html(ReadyPaper const& ready) { return document::to_html(ready.paper, ready.dressing); }

Result<Printed> print(Renderer* renderer, ReadyPaper const& ready) {
  if (!renderer) return refuse_without_printer();
  return renderer->print({to_html(ready), ready.paper, ready.author, ready.dated});
}

std::string small_content(BlobStore& blobs, std::string const& sha256) {
  std::string bytes;
  bool fits = true;
  auto const read = blobs.read(sha256, [&](std::string_view piece) {
    fits = fits && bytes.size() + piece.size() <= document::most_logo_bytes;
    if (fits) bytes += piece;
  });
  return read && fits ? bytes : std::string{};
}

std::string plain_file_name(std::string_view text) {
  std::string name;
  for (char const c : lower_ascii(text)) {
    bool const is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_plain) name += c;
    if (!is_plain && !name.empty() && name.back() != '-') name += '-';
    if (name.size() == most_name) break;
  }
  while (name.ends_with('-')) name.pop_back();
  return name.empty() ? "naskah" : name;
}

}  // namespace himpun::app
