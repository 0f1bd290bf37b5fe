#include "app/reports/maker.h"

#include <algorithm>
#include <ranges>
#include <set>

#include "core/document/manuscript/manuscript.h"
#include "core/report/data_part.h"
#include "core/report/disposition_sheet.h"
#include "core/report/mechanism.h"
#include "core/report/performance_report.h"

namespace himpun::app {
namespace {

using workflow::Instruction;
using workflow::Nature;

constexpr std::pair<Nature, char const*> natures[] = {{Nature::very_urgent, "Sangat segera"},
                                                      {Nature::urgent, "Segera"},
                                                      {Nature::ordinary, "Biasa"},
                                                      {Nature::confidential, "Rahasia"}};
constexpr std::pair<Instruction, char const*> instructions[] = {
    {Instruction::respond, "Tanggapan dan saran"},       {Instruction::process, "Proses lebih lanjut"},
    {Instruction::coordinate, "Koordinasi/konfirmasi"},  {Instruction::study, "Pelajari dan telaah"},
    {Instruction::represent, "Wakili/hadiri"},           {Instruction::archive, "Arsipkan"},
    {Instruction::report, "Laporkan hasilnya"}};

std::string date_words(std::optional<Date> date) { return date ? spell_date_id(*date) : std::string{}; }

report::Blocks narrative_of(workflow::PaperVersion const* version) {
  if (!version || version->content.kind != workflow::ContentKind::text) return {};
  return document::read_manuscript(report::without_data_part(version->content.text));
}

std::vector<std::string> names_of(access::Agency const& agency, std::vector<access::HolderId> const& holders) {
  std::vector<std::string> names;
  for (auto const& holder : holders) names.push_back(access::holder_name(agency, holder));
  return names;
}

std::vector<report::RoleFacts> roles_of(CaseScene const& scene) {
  std::vector<report::RoleFacts> roles;
  for (auto const& actor : scene.procedure.actors) {
    roles.push_back({actor.name, names_of(scene.agency, workflow::holders_of(scene.file, actor.id))});
  }
  return roles;
}

std::string performers_of(CaseScene const& scene, procedure::Step const& step) {
  std::string text;
  auto const add = [&](procedure::ActorId const& id) {
    auto const* actor = procedure::find_actor(scene.procedure, id);
    if (actor) text += (text.empty() ? "" : ", ") + actor->name;
  };
  std::ranges::for_each(step.performers, add);
  if (step.gathers_from) add(*step.gathers_from);
  return text;
}

std::vector<report::ScheduleLine> schedule_of(CaseScene const& scene) {
  std::vector<report::ScheduleLine> lines;
  for (auto const& step : scene.procedure.steps) {
    workflow::StepRun const* last = nullptr;
    for (auto const& run : scene.file.runs) {
      if (run.step == step.id) last = &run;
    }
    report::ScheduleLine line{static_cast<int>(lines.size()) + 1, step.activity, performers_of(scene, step),
                              step.time_written, {}, {}};
    if (last) line.due = day_words(scene, last->due_at);
    if (last && last->closed_at) line.done = day_words(scene, last->closed_at);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<report::FormLine> forms_of(CaseScene const& scene, performance::Collection const& collection) {
  std::vector<report::FormLine> lines;
  for (auto const& form : collection.forms) {
    std::optional<Instant> sent;
    for (auto const& key : form.rows) {
      auto const* row = performance::find_row(collection, key);
      if (row && row->submitted_at) sent = std::max(sent, row->submitted_at);
    }
    lines.push_back({access::holder_name(scene.agency, access::HolderId{form.unit.value}),
                     static_cast<std::int32_t>(form.rows.size()), day_words(scene, form.due_at),
                     day_words(scene, sent)});
  }
  return lines;
}

/// What was sent back and what was closed without, in the order it happened.
std::vector<std::string> remarks_of(CaseScene const& scene) {
  std::vector<std::string> remarks;
  for (auto const& run : scene.file.runs) {
    auto const number = "Langkah " + std::to_string(procedure::row_number(scene.procedure, run.step));
    if (run.ending == workflow::Ending::returned) {
      remarks.push_back(number + " dikembalikan " + day_words(scene, run.closed_at) + ": " + run.reason);
    }
    for (auto const& holder : run.missing) {
      remarks.push_back(number + " ditutup tanpa " + access::holder_name(scene.agency, holder) + ": " + run.reason);
    }
  }
  return remarks;
}

std::string follow_ups_of(performance::Entry const& entry) {
  std::string text;
  for (auto const& each : entry.follow_ups) text += (text.empty() ? "" : "; ") + each.action;
  return text;
}

void add_causes(std::vector<report::CauseLine>& causes, performance::Collection const& collection) {
  for (auto const& [key, row] : collection.rows) {
    auto const& entry = row.entry;
    bool const says_nothing = entry.drivers.empty() && entry.obstacles.empty() && entry.follow_ups.empty();
    if (key.kind != performance::RowKind::indicator || !performance::counts(row.state) || says_nothing) continue;
    causes.push_back({performance::IndicatorId{key.subject}, period_words(collection.period).id, entry.drivers,
                      entry.obstacles, follow_ups_of(entry)});
  }
}

}  // namespace

ReportMaker::ReportMaker(Sight& sight, RunningCase const& running)
    : sight_(sight),
      scene_(scene_of(sight, running, Language::indonesian)),
      office_(office_facts(sight)),
      catalogue_(sight.books.catalogue(sight.reader)),
      collection_(sight.books.collection(sight.reader, running.state().id.value)) {}

std::string ReportMaker::procedure_words() const {
  return "SOP " + scene_.procedure.name + " Nomor " + scene_.procedure.number;
}

document::OfficialPaper ReportMaker::disposition(workflow::GivenDisposition const& given) const {
  auto const& origin = scene_.file.origin;
  report::DispositionFacts facts{.office = office_,
                                 .from = origin.from,
                                 .number = origin.number,
                                 .date = date_words(origin.date),
                                 .received_on = date_words(origin.received_on),
                                 .agenda_number = origin.agenda_number,
                                 .subject = origin.subject,
                                 .natures = {},
                                 .instructions = {},
                                 .to = names_of(scene_.agency, given.disposition.to),
                                 .note = given.disposition.note,
                                 .by = official_of(scene_.agency, given.by),
                                 .given_on = day_words(scene_, given.at),
                                 .given_at = moment_words(scene_, given.at),
                                 .withdrawn = given.withdrawn_at ? given.withdraw_reason : std::string{},
                                 .case_number = scene_.file.number};
  for (auto const& [nature, words] : natures) facts.natures.push_back({words, nature == given.disposition.nature});
  for (auto const& [instruction, words] : instructions) {
    bool const asked = std::ranges::find(given.disposition.instructions, instruction) !=
                       given.disposition.instructions.end();
    facts.instructions.push_back({words, asked});
  }
  return report::make_disposition_sheet(facts);
}

document::OfficialPaper ReportMaker::mechanism(std::string const& key, workflow::PaperVersion const* version) const {
  auto const& collection = collection_->state;
  auto places = mark_places(scene_, key, version, office_);
  report::MechanismFacts facts{.office = office_,
                               .title = paper_name(scene_, key),
                               .case_number = scene_.file.number,
                               .date = version ? day_words(scene_, version->at) : std::string{},
                               .procedure = procedure_words(),
                               .legal_basis = scene_.procedure.legal_basis,
                               .roles = roles_of(scene_),
                               .sheet = document::lay_out_sheet(scene_.procedure, 6),
                               .schedule = schedule_of(scene_),
                               .forms = forms_of(scene_, collection),
                               .narrative = narrative_of(version),
                               .remarks = remarks_of(scene_),
                               .initials = std::move(places.initials),
                               .signatures = std::move(places.signatures)};
  return report::make_mechanism(facts, data_books(sight_, catalogue_->state, scene_.file.period, &collection),
                                collection);
}

document::OfficialPaper ReportMaker::performance_report(workflow::PaperVersion const* version) const {
  report::PerformanceReportFacts facts{
      .office = office_, .date = spell_date_id(scene_.today()), .narrative = narrative_of(version), .causes = {}, .head = {}};
  auto const& steps = scene_.procedure.steps;
  auto const signing = std::ranges::find(steps, procedure::StepKind::signature, &procedure::Step::kind);
  if (signing != steps.end() && !signing->performers.empty()) {
    auto const holders = workflow::holders_of(scene_.file, signing->performers.front());
    if (!holders.empty()) facts.head = official_of(scene_.agency, holders.front(), scene_.today());
  }
  auto const cases = sight_.reader.figures_of_year(scene_.file.period.year) |
                     std::views::transform([](FigureRow const& row) { return row.case_id; });
  std::set<std::string> const ids(cases.begin(), cases.end());
  for (auto const& id : ids) add_causes(facts.causes, sight_.books.collection(sight_.reader, id)->state);
  return report::make_performance_report(
      facts, data_books(sight_, catalogue_->state, scene_.file.period, &collection_->state));
}

}  // namespace himpun::app
