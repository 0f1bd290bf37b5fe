#include "app/archive/disposal_paper.h"

#include <algorithm>
#include <array>

#include "app/papers/letterhead_desk.h"
#include "app/reports/case_facts.h"
#include "base/text.h"
#include "core/report/disposal_record.h"

namespace himpun::app {
namespace {

using archive::Proposal;

std::string weekday_of(Date day) {
  constexpr std::array names{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"};
  return names.at(std::chrono::weekday{day}.c_encoding());
}

/// ASSUMPTION: several witnesses are written with semicolons between them; two places are left open before that.
std::vector<report::Official> witnesses_of(Proposal const& proposal) {
  std::vector<report::Official> witnesses;
  for (auto const part : split(proposal.witnesses, ';')) {
    if (auto const name = trim(part); !name.empty()) witnesses.push_back({"", std::string{name}, "", ""});
  }
  if (witnesses.empty()) witnesses.resize(2);
  return witnesses;
}

std::int64_t count_kept(Proposal const& proposal, archive::FiledId const* file = nullptr) {
  return std::ranges::count_if(proposal.contents, [&](archive::RemovedContent const& each) {
    return !each.kept_for.empty() && (!file || each.file == *file);
  });
}

/// What was done to contents that are kept here; how sheets of paper were destroyed is for the officials to write.
std::string method_of(Proposal const& proposal) {
  if (!proposal.carried_out_at) return {};
  auto const kept = count_kept(proposal);
  auto text =
      "penghapusan " + std::to_string(std::ssize(proposal.contents) - kept) + " isi elektronik dari penyimpanan";
  if (kept > 0) text += "; " + std::to_string(kept) + " isi tetap disimpan karena masih dipakai berkas lain";
  return text;
}

report::DisposedFile disposed(Proposal const& proposal, archive::FiledCase const& file) {
  auto const year = [](Date day) { return std::to_string(static_cast<int>(std::chrono::year_month_day{day}.year())); };
  auto const from = year(file.from);
  auto const to = year(file.to);
  return {.number = file.number,
          .classification = file.code,
          .description = file.title,
          .years = from == to ? to : from + "–" + to,
          .amount = std::to_string(file.items),
          .retention = std::to_string(file.retention.active_years) + " + " +
                       std::to_string(file.retention.inactive_years) + " tahun",
          .remark = count_kept(proposal, &file.id) > 0 ? "sebagian isi disimpan" : ""};
}

report::DisposalFacts facts_of(Sight& sight, DestructionFacts const& known) {
  auto const& proposal = known.proposal;
  report::DisposalFacts facts{.office = office_facts(sight), .number = proposal.number};
  if (proposal.carried_out_at) {
    auto const day = local_date(*proposal.carried_out_at, calendar::offset_of(sight.calendar()));
    facts.date = spell_date_id(day);
    facts.weekday = weekday_of(day);
    facts.journal_proof = report::proof_in_journal(proposal.number);
  }
  facts.approval = proposal.judgement;
  facts.method = method_of(proposal);
  facts.legal_basis = proposal.reason;
  for (auto const& file : known.files) facts.files.push_back(disposed(proposal, file));
  facts.leader = official_of(sight.agency(), *proposal.judged_by);
  facts.witnesses = witnesses_of(proposal);
  facts.words = template_of(sight, document::PaperKind::disposal_record);
  return facts;
}

}  // namespace

Result<ReadyPaper> make_disposal_paper(Sight& sight, archive::ProposalId const& id) {
  auto const known = find_destruction(sight, id);
  if (!known) return std::unexpected(known.error());
  auto const& proposal = known->proposal;
  bool const is_approved =
      proposal.state == archive::ProposalState::approved || proposal.state == archive::ProposalState::carried_out;
  if (!is_approved) return refuse(archive::proposal_not_approved);
  auto const dated = proposal.carried_out_at.value_or(*proposal.judged_at);
  auto paper = report::make_disposal_record(facts_of(sight, *known));
  paper.size = dressing_of(sight).letterhead.size;
  return make_ready(sight, std::move(paper), dated,
                    plain_file_name("berita acara pemusnahan " + proposal.number));
}

}  // namespace himpun::app
