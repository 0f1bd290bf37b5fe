// The papers that go to and come from a division: the request and the receipt.

#include <algorithm>

#include "app/papers/letterhead_desk.h"
#include "app/reports/maker.h"
#include "base/text.h"
#include "core/performance/collection/figures.h"
#include "core/report/figures/collected.h"
#include "core/report/data_receipt.h"
#include "core/report/data_request.h"

namespace himpun::app {
namespace {

using performance::Collection;
using performance::RowKind;

std::string evidence_words(Collection const& collection, performance::RowKey const& key) {
  std::vector<std::string> titles;
  for (auto const* each : performance::evidence_of(collection, key)) titles.push_back(each->evidence.title);
  return join(titles, "; ");
}

report::AskedRow asked(report::DataBooks const& books, performance::RowKey const& key) {
  report::AskedRow row{report::subject_name(books, key), "rupiah", {}, {}};
  if (key.kind == RowKind::budget) {
    auto const* ceiling =
        performance::find_ceiling(books.catalogue, key.subject, books.period.year, last_day(books.period));
    if (ceiling) row.target = report::money(ceiling->amount);
    return row;
  }
  performance::IndicatorId const id{key.subject};
  auto const* sheet = performance::find_sheet(books.catalogue, id, books.period.year);
  auto const* agreement = performance::find_agreement(books.catalogue, id, books.period.year);
  if (sheet) row.unit_of_measure = sheet->unit_of_measure;
  if (sheet) row.evidence = join(sheet->required_evidence, "; ");
  auto const target = agreement ? performance::year_target(*agreement, id, last_day(books.period)) : std::nullopt;
  if (target) row.target = spell(target->target).id;
  return row;
}

std::string state_words(performance::RowState state) {
  if (state == performance::RowState::frozen) return "dikunci";
  return performance::counts(state) ? "diterima" : "dikirim";
}

bool was_handed_over(performance::RowState state) {
  return performance::counts(state) || state == performance::RowState::submitted;
}

void add_rows(report::DataReceiptFacts& facts, report::DataBooks const& books, Collection const& collection,
              performance::Form const& form) {
  for (auto const& key : form.rows) {
    auto const* row = performance::find_row(collection, key);
    auto const subject = asked(books, key);
    if (!row || !was_handed_over(row->state)) {
      facts.missing.push_back(subject.name);
      continue;
    }
    facts.rows.push_back({subject.name, subject.unit_of_measure,
                          spell(performance::figure_of(collection, *row, books.catalogue)).id,
                          evidence_words(collection, key), state_words(row->state)});
  }
}

/// ASSUMPTION: the letter is signed by whoever handed the gathering over (in the seed SOP the Sekretaris, who ordered
/// it); the SOP names no signatory.
workflow::By const* orderer_of(CaseScene const& scene, workflow::Task const& task) {
  auto const* run = run_of(scene.file, task);
  auto const* before = run ? run_before(scene.file, *run) : nullptr;
  return before && before->by ? &*before->by : &scene.file.started_by;
}

std::vector<std::string> copies_of(CaseScene const& scene) {
  auto const& steps = scene.procedure.steps;
  auto const first = std::ranges::find_if(steps, &procedure::Step::is_start);
  if (first == steps.end() || first->performers.empty()) return {};
  std::vector<std::string> names;
  for (auto const& holder : workflow::holders_of(scene.file, first->performers.front())) {
    names.push_back(access::holder_name(scene.agency, holder) + " (sebagai laporan)");
  }
  return names;
}

}  // namespace

document::OfficialPaper ReportMaker::request(workflow::Task const& task) const {
  auto const& collection = collection_->state;
  auto const books = data_books(sight_, catalogue_->state, scene_.file.period, nullptr);
  report::DataRequestFacts facts{.office = office_,
                                 .number = {},
                                 .date = day_words(scene_, task.since),
                                 .period = period_words(scene_.file.period).id,
                                 .case_number = scene_.file.number,
                                 .case_title = scene_.file.title,
                                 .procedure = procedure_words(),
                                 .to = access::holder_name(scene_.agency, task.holder),
                                 .due = day_words(scene_, task.due_at),
                                 .rows = {},
                                 .by = official_of(scene_.agency, *orderer_of(scene_, task)),
                                 .copies = copies_of(scene_),
                                 .words = template_of(sight_, document::PaperKind::data_request)};
  if (auto const* form = performance::find_form(collection, performance::UnitId{task.holder.value})) {
    for (auto const& key : form->rows) facts.rows.push_back(asked(books, key));
  }
  return report::make_data_request(facts);
}

document::OfficialPaper ReportMaker::receipt(workflow::Task const& task) const {
  auto const& collection = collection_->state;
  auto const books = data_books(sight_, catalogue_->state, scene_.file.period, &collection);
  auto const& answer = task.answers.back();
  report::DataReceiptFacts facts{.office = office_,
                                 .case_number = scene_.file.number,
                                 .case_title = scene_.file.title,
                                 .period = period_words(scene_.file.period).id,
                                 .division = access::holder_name(scene_.agency, task.holder),
                                 .handed_over_on = day_words(scene_, answer.at),
                                 .received_on = day_words(scene_, task.done_at),
                                 .rows = {},
                                 .answer = {},
                                 .missing = {},
                                 .giver = official_of(scene_.agency, answer.by),
                                 .taker = {},
                                 .words = template_of(sight_, document::PaperKind::data_receipt)};
  if (task.done_by) facts.taker = official_of(scene_.agency, *task.done_by);
  else facts.taker.position = access::holder_name(scene_.agency, access::HolderId{task.from.value});
  auto const* form = performance::find_form(collection, performance::UnitId{task.holder.value});
  if (form) add_rows(facts, books, collection, *form);
  else facts.answer = answer.text;
  return report::make_data_receipt(facts);
}

}  // namespace himpun::app
