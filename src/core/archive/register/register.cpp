#include "core/archive/register/register.h"

namespace himpun::archive {

FileState state_of(Register const& all, FiledCase const& file, Date day) {
  if (all.destroyed.contains(file.id)) return FileState::destroyed;
  return state_on(file.to, file.retention, day);
}

Proposal const* open_proposal_of(Register const& all, FiledId const& file) {
  for (auto const& [id, proposal] : all.proposals) {
    bool const is_open = proposal.state == ProposalState::proposed || proposal.state == ProposalState::approved;
    if (!is_open) continue;
    for (auto const& each : proposal.files) {
      if (each == file) return &proposal;
    }
  }
  return nullptr;
}

Sending sending_of(Register const& all, std::string_view security) {
  auto const found = all.security.find(std::string{security});
  return found == all.security.end() ? Sending::paper : found->second.sending;
}

std::string security_of(Register const& all, std::string_view code) {
  for (auto at = code; !at.empty(); at = parent_code(at)) {
    auto const found = all.codes.find(std::string{at});
    if (found != all.codes.end() && !found->second.security.empty()) return found->second.security;
  }
  return {};
}

std::string_view parent_code(std::string_view code) {
  auto const dot = code.rfind('.');
  return dot == code.npos ? std::string_view{} : code.substr(0, dot);
}

}  // namespace himpun::archive
