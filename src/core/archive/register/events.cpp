#include "core/archive/register/events.h"

#include <algorithm>
#include <charconv>

namespace himpun::archive {
namespace {

/// "0007/2026" -> 7 and 2026.
void raise(std::map<std::int32_t, std::int32_t>& last, std::string_view number) {
  auto const slash = number.find('/');
  if (slash == number.npos) return;
  std::int32_t count = 0;
  std::int32_t year = 0;
  std::from_chars(number.data(), number.data() + slash, count);
  std::from_chars(number.data() + slash + 1, number.data() + number.size(), year);
  last[year] = std::max(last[year], count);
}

struct Change {
  Register& all;
  Instant at;

  void operator()(CodesRecorded const& event) const {
    for (auto const& code : event.codes) all.codes[code.code] = code;
  }
  void operator()(SecurityRecorded const& event) const {
    for (auto const& each : event.classes) all.security[each.id] = each;
  }
  void operator()(ArchiveRolesNamed const& event) const {
    all.keepers = event.keepers;
    all.approvers = event.approvers;
  }
  void operator()(CaseFiled const& event) const {
    all.files[event.file.id] = event.file;
    raise(all.last_number, event.file.number);
  }
  void operator()(DestructionProposed const& event) const {
    all.proposals[event.proposal] = {event.proposal, event.number, event.files, event.reason, ProposalState::proposed,
                                     event.by,       at};
    raise(all.last_proposal_number, event.number);
  }
  void operator()(DestructionApproved const& event) const {
    judge(event.proposal, ProposalState::approved, event.decree, event.by);
  }
  void operator()(DestructionRejected const& event) const {
    judge(event.proposal, ProposalState::rejected, event.reason, event.by);
  }
  void operator()(DestructionCarriedOut const& event) const {
    auto& proposal = all.proposals[event.proposal];
    proposal.state = ProposalState::carried_out;
    proposal.carried_out_by = event.by;
    proposal.carried_out_at = at;
    proposal.witnesses = event.witnesses;
    proposal.contents = event.contents;
    for (auto const& file : proposal.files) all.destroyed[file] = event.proposal;
  }
  void judge(ProposalId const& id, ProposalState state, std::string const& words, By const& by) const {
    auto& proposal = all.proposals[id];
    proposal.state = state;
    proposal.judgement = words;
    proposal.judged_by = by;
    proposal.judged_at = at;
  }
};

}  // namespace

void evolve(Register& all, Event const& event, Instant at) { std::visit(Change{all, at}, event); }

}  // namespace himpun::archive
