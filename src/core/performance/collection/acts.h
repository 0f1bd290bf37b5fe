#pragma once
// The parts of a collection's rules, one function a command: filling in (acts_filling.cpp), judging and freezing
// (acts_judging.cpp), evidence (acts_evidence.cpp), reminding (acts_reminding.cpp). decide.cpp brings them together.

#include "core/performance/collection/checks.h"
#include "core/performance/collection/decide.h"
#include "core/performance/collection/refusals.h"

namespace himpun::performance::acts {

using Answer = Result<CollectionEvents>;

[[nodiscard]] inline Answer happened(CollectionEvent event) { return CollectionEvents{std::move(event)}; }
[[nodiscard]] inline Answer already_so() { return CollectionEvents{}; }

[[nodiscard]] Answer open(Collection const& collection, OpenCollection const& command);
[[nodiscard]] Answer act(Collection const& collection, EnterValues const& command, CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, SubmitForm const& command, CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, WaiveWarning const& command, CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, AcceptRow const& command, CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, ReturnRow const& command, CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, FreezeCollection const& command,
                         CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, CorrectValue const& command, CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, AttachEvidence const& command,
                         CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, ReuseEvidence const& command,
                         CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, DetachEvidence const& command,
                         CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, RemindDivision const& command,
                         CollectionOccasion const& occasion);
[[nodiscard]] Answer act(Collection const& collection, ScheduleForms const& command,
                         CollectionOccasion const& occasion);
/// Opening is decided before anything exists.
[[nodiscard]] Answer act(Collection const& collection, OpenCollection const& command,
                         CollectionOccasion const& occasion) = delete;

[[nodiscard]] Result<void> require_unfrozen(Collection const& collection);
/// The row as the caller saw it; refuses an unknown row and one that changed meanwhile.
[[nodiscard]] Result<Row const*> seen_row(Collection const& collection, RowKey const& key, std::int64_t revision);
/// May its division write in it: not while it is sent or accepted.
[[nodiscard]] bool is_writable(Row const& row);

inline constexpr std::size_t max_comment_characters = 2'000;
[[nodiscard]] Result<void> require_words(std::string const& text, ProblemType const& missing);

}  // namespace himpun::performance::acts
