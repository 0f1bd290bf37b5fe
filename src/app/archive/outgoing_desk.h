#pragma once
// Use cases of papers that leave the office: addressing, delivery by post, recall, and what the recipient sees. Who may
// is who may act on the distribution's task, or who steers the case; the rest is core/archive's.

#include "app/archive/hand_out.h"
#include "app/desks/case_desk.h"
#include "core/archive/sending/decide.h"

namespace himpun::app {

inline constexpr ProblemType outgoing_changed{"distribution.changed", ProblemKind::stale,
                                              "Distribusi ini sudah berubah", "This has changed in the meantime"};
inline constexpr ProblemType distribution_unknown{"distribution.unknown", ProblemKind::not_found,
                                                  "Distribusi tidak ditemukan", "There is no such distribution"};

/// {version, body: {version, security, own_security, distributions: [{task, paper, number, superseded_by?, recall?,
/// outside}], may}}; own_security: the class of the code that the case is filed under
[[nodiscard]] Result<Json> show_outgoing(Sight& sight, workflow::CaseId const& id);

struct Addressing {
  std::string task;  ///< of the distribution
  std::string security;
  std::string note;
  std::vector<archive::OutsideRecipient> recipients;  ///< ids are given here
};
/// Answers {version, body: {version}}, as do the others.
[[nodiscard]] Result<Json> address_outside(Desk& desk, workflow::CaseId const& id, std::optional<std::int64_t> seen,
                                           Addressing const& asked);
struct Delivery {
  archive::RecipientId recipient;
  std::string expedition_number;
  std::string receiver;
};
[[nodiscard]] Result<Json> record_delivery(Desk& desk, workflow::CaseId const& id, std::optional<std::int64_t> seen,
                                           Delivery const& delivery);
[[nodiscard]] Result<Json> recall_distribution(Desk& desk, workflow::CaseId const& id, std::optional<std::int64_t> seen,
                                               std::string const& task, std::string const& reason);

/// What the holder of a link may see; refused alike for every link that is not right.
struct LinkedPaper {
  workflow::CaseId file;
  archive::SentOutside sent;
  std::string agency;
  std::string title;
  std::optional<archive::Recall> recall;
  std::optional<workflow::Distribution> newer;  ///< the last distribution of a later version of this paper

  [[nodiscard]] bool may_have_it() const { return sent.received_at && !recall; }
  [[nodiscard]] EditionName version() const { return {file, sent.paper, sent.number}; }
};
[[nodiscard]] Result<LinkedPaper> find_link(Sight& sight, std::string_view token);
/// Asks for what the recipient is to be given, where it must be printed first.
[[nodiscard]] Result<Json> prepare_link(Desk& desk, std::string_view token);
/// The recipient says that they received it.
[[nodiscard]] Result<Json> confirm_link(Desk& desk, std::string_view token);

}  // namespace himpun::app
