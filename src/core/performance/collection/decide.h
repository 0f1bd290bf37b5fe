#pragma once
// The rules of a collection: who may fill in, send, judge, freeze and correct, and when. Each reads its arguments and
// answers with what happens, or with a refusal; it changes nothing. No events: already so.

#include "core/access/decide.h"
#include "core/performance/catalogue/catalogue.h"
#include "core/performance/collection/commands.h"
#include "core/performance/collection/events.h"

namespace himpun::performance {

/// What a rule may look at beside the collection. `previous`: the last period's figures, for the checks.
struct CollectionOccasion {
  Instant now{};
  Date today{};  ///< the local date of now
  access::Caller const& caller;
  access::Agency const& agency;
  Catalogue const& catalogue;
  std::map<IndicatorId, Value> const& previous;
};

using CollectionEvents = std::vector<CollectionEvent>;

[[nodiscard]] Result<CollectionEvents> decide(Collection const& collection, CollectionCommand const& command,
                                              CollectionOccasion const& occasion);

/// Every division's form for a period: its indicators that are due and the budget codes it reports. Without due dates.
[[nodiscard]] std::vector<Form> forms_due(Catalogue const& catalogue, Period const& period);

/// Through which post the caller may fill in the unit's form, judge rows, or freeze; refuses with who may.
[[nodiscard]] Result<By> who_fills(UnitId const& unit, CollectionOccasion const& occasion);
[[nodiscard]] Result<By> who_reviews(Collection const& collection, CollectionOccasion const& occasion);
[[nodiscard]] Result<By> who_freezes(Collection const& collection, CollectionOccasion const& occasion);

}  // namespace himpun::performance
