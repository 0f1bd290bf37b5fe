#include "app/papers/case_paper.h"

#include <algorithm>

#include "app/papers/letterhead_desk.h"
#include "app/reports/case_facts.h"
#include "app/reports/case_reports.h"
#include "core/document/manuscript/manuscript.h"
#include "core/report/data_part.h"
#include "core/report/field_words.h"

namespace himpun::app {
namespace {

std::string name_of(procedure::Procedure const& procedure, std::string const& key) {
  auto const found = std::ranges::find(procedure.papers, key, &procedure::Paper::key);
  return found == procedure.papers.end() ? key : found->name;
}

document::OfficialPaper paper_of(Sight& sight, RunningCase const& running, EditionName const& name,
                                 workflow::PaperVersion const& version) {
  auto const& file = running.state();
  document::OfficialPaper paper;
  paper.title = name_of(*running.procedure, name.paper);
  paper.subtitle = period_words(file.period).id;
  paper.subject = file.title;
  paper.footer = "Berkas " + file.number + ", versi " + std::to_string(version.number);
  paper.numbering = document::Numbering::letters;
  paper.size = dressing_of(sight).letterhead.size;
  document::Filling filling;
  filling.words = report::with_case({}, {file.number, file.title, paper.subtitle}, office_facts(sight));
  filling.blocks["isi"] = document::read_manuscript(report::printable(version.content.text));
  paper.blocks = document::fill_template(template_of(sight, document::PaperKind::case_paper), filling);
  auto places = mark_places(scene_of(sight, running, Language::indonesian), name.paper, &version, office_facts(sight));
  auto const place = dressing_of(sight).letterhead.place;
  for (auto& signature : places.signatures) {
    if (signature.place_and_date.empty() && !place.empty()) signature.heading = "Ditetapkan di " + place;
  }
  if (!places.signatures.empty()) paper.blocks.push_back({document::Signatures{std::move(places.signatures)}});
  if (!places.initials.empty()) paper.blocks.push_back({document::Signatures{std::move(places.initials)}});
  return paper;
}

}  // namespace

Result<ReadyPaper> make_case_paper(Sight& sight, EditionName const& name) {
  auto const running = find_running_case(sight, name.file);
  if (!running) return std::unexpected(running.error());
  auto const* version = find_version(running->state(), name);
  if (!version) return refuse(edition_unknown);
  if (version->content.kind != workflow::ContentKind::text) {
    return refuse(paper_not_printable, {"Isinya berkas atau rujukan: unduh atau lihat apa adanya.",
                                        "It is a file or a reference: download it or look at it as it is."});
  }
  auto const file_name =
      plain_file_name(running->state().number + " " + name.paper) + "-v" + std::to_string(version->number);
  // The paper that gathered figures is more than its words: who does what, the schedule, the figures, the evidence.
  if (is_assembled(sight, *running, name.paper)) {
    auto assembled = make_report(sight, *running, name.paper, version->number);
    if (!assembled) return std::unexpected(assembled.error());
    return make_ready(sight, std::move(*assembled), version->at, file_name);
  }
  return make_ready(sight, paper_of(sight, *running, name, *version), version->at, file_name);
}

}  // namespace himpun::app
