#include "app/papers/case_paper.h"

#include <algorithm>

#include "app/papers/letterhead_desk.h"
#include "app/reports/case_reports.h"
#include "core/document/manuscript/manuscript.h"
#include "core/report/data_part.h"

namespace himpun::app {
namespace {

using document::SignaturePlace;
using workflow::Mark;
using workflow::MarkKind;

std::string name_of(procedure::Procedure const& procedure, std::string const& key) {
  auto const found = std::ranges::find(procedure.papers, key, &procedure::Paper::key);
  return found == procedure.papers.end() ? key : found->name;
}

std::string spell_moment(Instant at, UtcOffset offset) {
  auto const minute = local_minute(at, offset).count();
  auto const two = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return spell_date_id(local_date(at, offset)) + " pukul " + two(minute / 60) + "." + two(minute % 60);
}

/// Fills the places of one paper.
class Places {
 public:
  Places(Sight& sight, RunningCase const& running, workflow::PaperVersion const& version)
      : sight_(sight), running_(running), version_(version), letterhead_(dressing_of(sight).letterhead) {}

  /// One place for each step that initials or signs this paper, in the order of the sheet.
  document::Signatures of(procedure::StepKind kind, std::string const& paper) {
    document::Signatures signatures;
    for (auto const& step : running_.procedure->steps) {
      if (step.kind != kind || step.paper != paper) continue;
      bool const is_signature = kind == procedure::StepKind::signature;
      auto const prefix = is_signature ? "ttd-" : "paraf-";
      signatures.places.push_back(place(step, prefix + std::to_string(signatures.places.size() + 1)));
    }
    return signatures;
  }

 private:
  SignaturePlace place(procedure::Step const& step, std::string id) {
    SignaturePlace place;
    place.id = std::move(id);
    bool const is_signature = step.kind == procedure::StepKind::signature;
    place.kind = is_signature ? document::PlaceKind::signature : document::PlaceKind::initials;
    if (is_signature && !letterhead_.place.empty()) place.heading = "Ditetapkan di " + letterhead_.place;
    if (auto const* mark = mark_of(step.id)) {
      marked(place, *mark);
    } else if (!step.performers.empty()) {
      expected(place, step.performers.front());
    }
    return place;
  }

  [[nodiscard]] Mark const* mark_of(workflow::StepId const& step) const {
    for (auto const& mark : version_.marks) {
      if (mark.step == step && !mark.voided_at) return &mark;
    }
    return nullptr;
  }

  void marked(SignaturePlace& place, Mark const& mark) const {
    position(place, mark.by.position);
    person(place, mark.by.person);
    auto const offset = calendar::offset_of(sight_.calendar());
    place.words = (mark.kind == MarkKind::initials ? "Diparaf " : "Ditandatangani ") + spell_moment(mark.at, offset);
  }
  void expected(SignaturePlace& place, procedure::ActorId const& actor) const {
    auto const holders = workflow::holders_of(running_.state(), actor);
    if (holders.empty()) return;
    place.position = access::holder_name(sight_.agency(), holders.front());
    auto const people = access::people_for(sight_.agency(), holders.front(), sight_.today());
    if (people.size() == 1) person(place, people.front());
  }
  void position(SignaturePlace& place, access::PositionId const& id) const {
    place.position = access::holder_name(sight_.agency(), access::holder(id));
  }
  void person(SignaturePlace& place, access::PersonId const& id) const {
    auto const found = sight_.agency().people.find(id);
    if (found == sight_.agency().people.end()) return;
    place.name = found->second.name;
    place.rank = found->second.rank;
    place.nip = found->second.nip;
  }

  Sight& sight_;
  RunningCase const& running_;
  workflow::PaperVersion const& version_;
  document::Letterhead letterhead_;
};

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
  filling.words = {{"nomor_berkas", file.number},     {"judul_berkas", file.title},
                   {"periode", paper.subtitle},       {"kantor", sight.agency().name},
                   {"daerah", sight.agency().region}, {"tempat", dressing_of(sight).letterhead.place}};
  filling.blocks["isi"] = document::read_manuscript(report::printable(version.content.text));
  paper.blocks = document::fill_template(template_of(sight, document::PaperKind::case_paper), filling);
  Places places{sight, running, version};
  for (auto const kind : {procedure::StepKind::signature, procedure::StepKind::initialing}) {
    auto found = places.of(kind, name.paper);
    if (!found.places.empty()) paper.blocks.push_back({std::move(found)});
  }
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
