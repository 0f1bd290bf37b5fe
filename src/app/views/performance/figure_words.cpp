#include "app/views/performance/figure_words.h"

#include "core/journal/typed.h"
#include "core/performance/catalogue/events.h"
#include "core/performance/collection/events.h"
#include "core/performance/decision/events.h"

namespace himpun::app {
namespace {

using namespace performance;

std::string rows(std::size_t count) { return std::to_string(count); }

struct CatalogueWords {
  Words operator()(NodeRecorded const& e) const {
    auto const kind = kind_words(e.node.kind);
    return {kind.id + " dicatat: " + e.node.code + " " + e.node.name + ".",
            kind.en + " recorded: " + e.node.code + " " + e.node.name + "."};
  }
  Words operator()(SheetRecorded const& e) const {
    auto const year = std::to_string(e.sheet.year);
    return {"Indikator " + e.indicator.value + " dicatat mulai " + year + ": " + e.sheet.name + ".",
            "Indicator " + e.indicator.value + " recorded from " + year + ": " + e.sheet.name + "."};
  }
  Words operator()(IndicatorClosed const& e) const {
    return {"Indikator " + e.indicator.value + " ditutup: " + e.reason,
            "Indicator " + e.indicator.value + " closed: " + e.reason};
  }
  Words operator()(AgreementSigned const& e) const {
    return {"Perjanjian kinerja " + std::to_string(e.year) + " dicatat (" + e.revision.document + ").",
            "Performance agreement " + std::to_string(e.year) + " recorded (" + e.revision.document + ")."};
  }
  Words operator()(AgreementRevised const& e) const {
    auto const number = std::to_string(e.revision.number);
    return {"Perjanjian kinerja diubah, revisi " + number + ": " + e.revision.reason,
            "Performance agreement changed, revision " + number + ": " + e.revision.reason};
  }
  Words operator()(FigureRecorded const& e) const {
    auto const year = std::to_string(e.figure.year);
    return {"Angka pembanding " + e.indicator.value + " tahun " + year + " dicatat (" + e.figure.source + ").",
            "Figure to compare " + e.indicator.value + " with, " + year + ", recorded (" + e.figure.source + ")."};
  }
  Words operator()(FiguresRecorded const& e) const {
    auto const count = std::to_string(e.figures.size());
    return {count + " angka pembanding dicatat.", count + " figures to compare with recorded."};
  }
  Words operator()(SpendingRecorded const& e) const {
    auto const what = e.spending.code + " " + std::to_string(e.spending.year);
    return {"Anggaran " + what + " dicatat (" + e.spending.source + ").",
            "Budget of " + what + " recorded (" + e.spending.source + ")."};
  }
  Words operator()(CatalogueImported const& e) const {
    auto const added = std::to_string(e.added);
    auto const changed = std::to_string(e.changed);
    return {"Katalog diimpor dari " + e.file.name + ": " + added + " baru, " + changed + " diubah.",
            "Catalogue imported from " + e.file.name + ": " + added + " new, " + changed + " changed."};
  }
  Words operator()(CeilingRecorded const& e) const {
    return {"Pagu " + e.ceiling.code + " tahun " + std::to_string(e.ceiling.year) + " dicatat.",
            "Ceiling " + e.ceiling.code + " of " + std::to_string(e.ceiling.year) + " recorded."};
  }
  Words operator()(ProfileAdoptedFirst const& e) const { return profile(e.year, e.profile.name); }
  Words operator()(ProfileAdopted const& e) const { return profile(e.year, e.profile.name); }
  static Words profile(std::int32_t year, std::string const& name) {
    return {"Profil perhitungan tahun " + std::to_string(year) + ": " + name + ".",
            "Profile of " + std::to_string(year) + ": " + name + "."};
  }
  Words operator()(KeepersNamed const&) const {
    return {"Pengelola katalog ditetapkan.", "Keepers of the catalogue named."};
  }
};

struct CollectionWords {
  Words operator()(CollectionOpened const& e) const {
    auto const period = period_words(e.period);
    return {"Pengumpulan data " + period.id + " dibuka untuk " + rows(e.forms.size()) + " unit.",
            "Collection of data, " + period.en + ", opened for " + rows(e.forms.size()) + " units."};
  }
  Words operator()(ValuesEntered const& e) const {
    return {rows(e.rows.size()) + " baris diisi.", rows(e.rows.size()) + " rows filled in."};
  }
  Words operator()(FormSubmitted const& e) const {
    return {"Formulir dikirim, " + rows(e.rows.size()) + " baris.", "Form sent, " + rows(e.rows.size()) + " rows."};
  }
  Words operator()(RowAccepted const& e) const { return {e.row.subject + " diterima.", e.row.subject + " accepted."}; }
  Words operator()(RowReturned const& e) const {
    return {e.row.subject + " dikembalikan: " + e.comment, e.row.subject + " returned: " + e.comment};
  }
  Words operator()(CollectionFrozen const&) const { return {"Angka dikunci.", "Figures frozen."}; }
  Words operator()(ValueCorrected const& e) const {
    return {e.row.subject + " dibetulkan: " + e.reason, e.row.subject + " corrected: " + e.reason};
  }
  Words operator()(EvidenceAttached const& e) const {
    return {"Data dukung dilampirkan: " + e.evidence.title + ".", "Evidence attached: " + e.evidence.title + "."};
  }
  Words operator()(EvidenceReused const& e) const {
    return {"Data dukung dipakai untuk " + rows(e.uses.size()) + " baris lagi.",
            "Evidence used for " + rows(e.uses.size()) + " further rows."};
  }
  Words operator()(EvidenceDetached const& e) const {
    return {"Data dukung dilepas dari " + e.row.subject + ".", "Evidence taken off " + e.row.subject + "."};
  }
  Words operator()(WarningWaived const& e) const {
    return {"Peringatan pada " + e.row.subject + " dilewati: " + e.reason,
            "Warning on " + e.row.subject + " passed over: " + e.reason};
  }
  Words operator()(DivisionReminded const& e) const {
    auto const stage = stage_words(e.stage);
    return {"Unit diingatkan: " + stage.id + ".", "Unit reminded: " + stage.en + "."};
  }
  Words operator()(FormsScheduled const& e) const {
    if (!e.due_at) return {"Formulir tanpa batas waktu.", "Forms without a due date."};
    return {"Batas waktu formulir ditetapkan.", "Due date of the forms set."};
  }
};

struct DecisionWords {
  Words operator()(DecisionNoted const& e) const {
    return {"Keputusan pimpinan dicatat: " + e.text, "A leader's decision noted: " + e.text};
  }
  Words operator()(DecisionSettled const& e) const {
    return {"Keputusan pimpinan dilaksanakan: " + e.note, "A leader's decision carried out: " + e.note};
  }
};

}  // namespace

std::optional<Words> figure_words(journal::Envelope const& envelope) {
  if (auto const kept = journal::from_data<CatalogueEvent>(envelope.type, envelope.type_version, envelope.data)) {
    return std::visit(CatalogueWords{}, *kept);
  }
  if (auto const done = journal::from_data<CollectionEvent>(envelope.type, envelope.type_version, envelope.data)) {
    return std::visit(CollectionWords{}, *done);
  }
  if (auto const noted = journal::from_data<DecisionEvent>(envelope.type, envelope.type_version, envelope.data)) {
    return std::visit(DecisionWords{}, *noted);
  }
  return std::nullopt;
}

}  // namespace himpun::app
