#pragma once
// Who may note a decision, who may say that it was carried out, and what both must say. Reads, answers with events or a
// refusal, changes nothing.

#include "core/access/decide.h"
#include "core/performance/catalogue/catalogue.h"
#include "core/performance/decision/events.h"

namespace himpun::performance {

struct NoteDecision {
  DecisionId decision;  ///< a fresh id
  std::int32_t year = 0;
  DecisionAbout about;
  std::string text;
  HolderId to;
  std::optional<Date> on;   ///< absent: today
  std::optional<Date> due;
};

struct SettleDecision {
  DecisionId decision;
  std::string note;  ///< how it was carried out
};

struct DecisionOccasion {
  Date today{};
  access::Caller const& caller;
  access::Agency const& agency;
  Catalogue const& catalogue;
};

using DecisionEvents = std::vector<DecisionEvent>;

[[nodiscard]] Result<DecisionEvents> decide(Decisions const& decisions, NoteDecision const& command,
                                            DecisionOccasion const& occasion);
[[nodiscard]] Result<DecisionEvents> decide(Decisions const& decisions, SettleDecision const& command,
                                            DecisionOccasion const& occasion);

/// The post through which the caller may note decisions. ASSUMPTION: leaders are those who hold a position in a unit
/// that stands below no other and has units below it (kepala perangkat daerah), also as Plt. or Plh.
[[nodiscard]] Result<By> who_leads(DecisionOccasion const& occasion);
/// Who it was given to, or a leader.
[[nodiscard]] Result<By> who_settles(Decision const& decision, DecisionOccasion const& occasion);

inline constexpr std::size_t max_decision_characters = 2'000;

inline constexpr ProblemType decision_not_yours{"decision.not_yours", ProblemKind::forbidden,
                                                "Keputusan dicatat oleh pimpinan kantor",
                                                "Decisions are noted by the head of the office"};
inline constexpr ProblemType decision_settle_not_yours{
    "decision.settle_not_yours", ProblemKind::forbidden, "Pelaksanaan dicatat oleh penerima keputusan atau pimpinan",
    "Carrying out is noted by whom the decision was given to, or by the head"};
inline constexpr ProblemType decision_invalid{"decision.invalid", ProblemKind::invalid, "Keputusan belum lengkap",
                                              "The decision is incomplete"};
inline constexpr ProblemType decision_unknown{"decision.unknown", ProblemKind::not_found, "Keputusan tidak ditemukan",
                                              "There is no such decision"};
inline constexpr ProblemType decision_was_settled{"decision.was_settled", ProblemKind::conflict,
                                                  "Keputusan ini sudah dilaksanakan",
                                                  "This decision was carried out already"};

}  // namespace himpun::performance
