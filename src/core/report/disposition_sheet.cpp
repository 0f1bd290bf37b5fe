#include "core/report/disposition_sheet.h"

namespace himpun::report {
namespace {

using namespace document;

Box box(Blocks blocks, int width = 1) { return {std::move(blocks), width}; }
Block label(std::string text) { return {Paragraph{bold(std::move(text)), Align::start}}; }
std::string or_dash(std::string const& text) { return text.empty() ? "–" : text; }

BoxRow letter_row(DispositionFacts const& facts) {
  Facts left{{fact("Surat dari", or_dash(facts.from)), fact("Nomor surat", or_dash(facts.number)),
              fact("Tanggal surat", or_dash(facts.date))}};
  Facts right{{fact("Diterima tanggal", or_dash(facts.received_on)), fact("Nomor agenda", or_dash(facts.agenda_number))}};
  return {{box({{std::move(left)}}), box({{std::move(right)}, label("Sifat"), {Ticks{facts.natures, 2}}})}, 0};
}

BoxRow order_row(DispositionFacts const& facts) {
  Blocks to{label("Diteruskan kepada Sdr.:")};
  if (facts.to.empty()) to.push_back(paragraph("–"));
  else to.push_back(numbered(facts.to));
  Blocks ask{label("Dengan hormat harap:"), {Ticks{facts.instructions, 1}}};
  return {{box(std::move(to)), box(std::move(ask))}, 45};
}

BoxRow sign_row(DispositionFacts const& facts) {
  auto place = place_of("disposisi", PlaceKind::initials, facts.by);
  place.place_and_date = facts.given_on.empty() ? std::string{} : place_and_date(facts.office, facts.given_on);
  if (!facts.given_at.empty()) place.words = "Disposisi diberikan " + facts.given_at;
  Blocks note{label("Catatan:"), paragraph(or_dash(facts.note))};
  if (!facts.withdrawn.empty()) note.push_back({Paragraph{bold("DITARIK: " + facts.withdrawn), Align::start}});
  return {{box(std::move(note)), box({{Signatures{{std::move(place)}}}})}, 45};
}

}  // namespace

OfficialPaper make_disposition_sheet(DispositionFacts const& facts) {
  OfficialPaper paper;
  paper.title = "LEMBAR DISPOSISI";
  paper.subject = facts.subject;
  paper.footer = "Berkas " + facts.case_number;
  if (!facts.withdrawn.empty()) paper.watermark = "DITARIK";
  Form form;
  form.rows.push_back(letter_row(facts));
  form.rows.push_back({{box({{Facts{{fact("Hal", or_dash(facts.subject))}}}})}, 15});
  form.rows.push_back(order_row(facts));
  form.rows.push_back(sign_row(facts));
  paper.blocks.push_back({std::move(form)});
  return paper;
}

}  // namespace himpun::report
