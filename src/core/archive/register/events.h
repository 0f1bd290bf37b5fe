#pragma once
// What can happen in the stream `archive`, and how each changes the register. `evolve` never refuses. Nothing is ever
// removed from the register; a destruction leaves who, when, what and every hash.

#include <string_view>
#include <variant>

#include "core/archive/register/register.h"

namespace himpun::archive {

struct CodesRecorded {
  static constexpr std::string_view event_name = "archive.codes_recorded";
  static constexpr int event_version = 1;
  std::vector<ClassCode> codes;
};
BOOST_DESCRIBE_STRUCT(CodesRecorded, (), (codes))

struct SecurityRecorded {
  static constexpr std::string_view event_name = "archive.security_recorded";
  static constexpr int event_version = 1;
  std::vector<SecurityClass> classes;
};
BOOST_DESCRIBE_STRUCT(SecurityRecorded, (), (classes))

struct ArchiveRolesNamed {
  static constexpr std::string_view event_name = "archive.roles_named";
  static constexpr int event_version = 1;
  std::vector<HolderId> keepers;
  std::vector<HolderId> approvers;
};
BOOST_DESCRIBE_STRUCT(ArchiveRolesNamed, (), (keepers, approvers))

struct CaseFiled {
  static constexpr std::string_view event_name = "archive.case_filed";
  static constexpr int event_version = 1;
  FiledCase file;
};
BOOST_DESCRIBE_STRUCT(CaseFiled, (), (file))

struct DestructionProposed {
  static constexpr std::string_view event_name = "archive.destruction_proposed";
  static constexpr int event_version = 1;
  ProposalId proposal;
  std::string number;
  std::vector<FiledId> files;
  std::string reason;
  By by;
};
BOOST_DESCRIBE_STRUCT(DestructionProposed, (), (proposal, number, files, reason, by))

struct DestructionApproved {
  static constexpr std::string_view event_name = "archive.destruction_approved";
  static constexpr int event_version = 1;
  ProposalId proposal;
  std::string decree;
  By by;
};
BOOST_DESCRIBE_STRUCT(DestructionApproved, (), (proposal, decree, by))

struct DestructionRejected {
  static constexpr std::string_view event_name = "archive.destruction_rejected";
  static constexpr int event_version = 1;
  ProposalId proposal;
  std::string reason;
  By by;
};
BOOST_DESCRIBE_STRUCT(DestructionRejected, (), (proposal, reason, by))

struct DestructionCarriedOut {
  static constexpr std::string_view event_name = "archive.destruction_carried_out";
  static constexpr int event_version = 1;
  ProposalId proposal;
  std::string witnesses;
  std::vector<RemovedContent> contents;
  By by;
};
BOOST_DESCRIBE_STRUCT(DestructionCarriedOut, (), (proposal, witnesses, contents, by))

using Event = std::variant<CodesRecorded, SecurityRecorded, ArchiveRolesNamed, CaseFiled, DestructionProposed,
                           DestructionApproved, DestructionRejected, DestructionCarriedOut>;

/// `at` is the instant of the event's envelope.
void evolve(Register& all, Event const& event, Instant at);

}  // namespace himpun::archive
