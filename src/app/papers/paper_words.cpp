#include "app/papers/paper_words.h"

#include "core/document/case_papers.h"
#include "core/document/letterhead.h"
#include "core/journal/typed.h"

namespace himpun::app {
namespace {

std::string named(std::string const& paper, std::int32_t number) {
  return " \"" + paper + "\" v" + std::to_string(number);
}

Words kind_words(document::PaperKind kind) {
  switch (kind) {
    case document::PaperKind::case_paper:
      return {"naskah berkas", "case papers"};
    case document::PaperKind::disposition_sheet:
      return {"lembar disposisi", "disposition sheets"};
    case document::PaperKind::data_request:
      return {"surat permintaan data", "data requests"};
    case document::PaperKind::data_receipt:
      return {"tanda terima data", "data receipts"};
    case document::PaperKind::mechanism:
      return {"dokumen mekanisme", "mechanism documents"};
    case document::PaperKind::performance_report:
      return {"LKjIP", "performance reports"};
    case document::PaperKind::disposal_record:
      return {"berita acara pemusnahan", "disposal records"};
  }
  return {};
}

struct LetterheadWords {
  Words operator()(document::LetterheadSet const&) const {
    return {"Kop surat ditetapkan.", "The letterhead was set."};
  }
  Words operator()(document::TemplateSet const& e) const {
    auto const kind = kind_words(e.kind);
    if (e.text.empty()) {
      return {"Templat " + kind.id + " dikembalikan ke bawaan.",
              "The template of " + kind.en + " is the shipped one again."};
    }
    return {"Templat " + kind.id + " diubah.", "The template of " + kind.en + " was changed."};
  }
};

struct EditionWords {
  Words operator()(document::EditionRequested const& e) const {
    return {"Cetakan naskah" + named(e.paper, e.number) + " diminta.",
            "The edition of" + named(e.paper, e.number) + " was asked for."};
  }
  Words operator()(document::EditionMade const& e) const {
    return {"Cetakan naskah" + named(e.paper, e.number) + " dibuat.",
            "The edition of" + named(e.paper, e.number) + " was made."};
  }
  Words operator()(document::EditionFailed const& e) const {
    return {"Cetakan naskah" + named(e.paper, e.number) + " gagal dibuat: " + e.reason,
            "The edition of" + named(e.paper, e.number) + " could not be made: " + e.reason};
  }
  Words operator()(document::CommentWritten const& e) const {
    return {"Naskah" + named(e.paper, e.number) + " dikomentari: " + e.text,
            "A comment on" + named(e.paper, e.number) + ": " + e.text};
  }
  Words operator()(document::CommentResolved const& e) const {
    auto const note = e.note.empty() ? std::string{"."} : ": " + e.note;
    return {"Komentar diselesaikan" + note, "A comment was resolved" + note};
  }
};

template <class Variant, class Visitor>
std::optional<Words> told(journal::Envelope const& envelope, Visitor const& visitor) {
  auto const event = journal::from_data<Variant>(envelope.type, envelope.type_version, envelope.data);
  if (!event) return std::nullopt;
  return std::visit(visitor, *event);
}

}  // namespace

std::optional<Words> paper_words(journal::Envelope const& envelope) {
  if (auto words = told<document::LetterheadEvent>(envelope, LetterheadWords{})) return words;
  return told<document::PapersEvent>(envelope, EditionWords{});
}

}  // namespace himpun::app
