#include "core/performance/collection/decide.h"

#include <algorithm>

#include "base/text.h"
#include "core/performance/collection/acts.h"

namespace himpun::performance {
namespace {

/// The first of the holders the caller may act for today.
std::optional<By> acts_for(std::vector<HolderId> const& holders, CollectionOccasion const& occasion) {
  if (!occasion.caller.person) return std::nullopt;
  for (auto const& each : holders) {
    auto const post = access::post_for(occasion.agency, *occasion.caller.person, each, occasion.today);
    if (post) return By{*occasion.caller.person, post->position, post->standing};
  }
  return std::nullopt;
}

Words held_by(std::vector<HolderId> const& holders, access::Agency const& agency) {
  std::vector<std::string> names;
  for (auto const& each : holders) names.push_back(access::holder_name(agency, each));
  return {"Wewenang ini pada " + join(names, ", ") + ".", "This is for " + join(names, ", ") + "."};
}

struct Decide {
  Collection const& collection;
  CollectionOccasion const& occasion;

  acts::Answer operator()(OpenCollection const& command) const { return acts::open(collection, command); }
  template <class Command>
  acts::Answer operator()(Command const& command) const {
    if (!collection.exists()) return refuse(collection_unknown);
    return acts::act(collection, command, occasion);
  }
};

}  // namespace

Result<By> who_fills(UnitId const& unit, CollectionOccasion const& occasion) {
  std::vector<HolderId> const holders{access::holder(unit)};
  if (auto by = acts_for(holders, occasion)) return *by;
  return refuse(form_not_yours, held_by(holders, occasion.agency));
}

Result<By> who_reviews(Collection const& collection, CollectionOccasion const& occasion) {
  if (auto by = acts_for(collection.reviewers, occasion)) return *by;
  return refuse(review_not_yours, held_by(collection.reviewers, occasion.agency));
}

Result<By> who_freezes(Collection const& collection, CollectionOccasion const& occasion) {
  if (auto by = acts_for(collection.freezers, occasion)) return *by;
  return refuse(freeze_not_yours, held_by(collection.freezers, occasion.agency));
}

Result<CollectionEvents> decide(Collection const& collection, CollectionCommand const& command,
                                CollectionOccasion const& occasion) {
  return std::visit(Decide{collection, occasion}, command);
}

std::vector<Form> forms_due(Catalogue const& catalogue, Period const& period) {
  std::map<UnitId, std::vector<RowKey>> by_unit;
  for (auto const* indicator : indicators_due(catalogue, period)) {
    auto const& unit = sheet_in(*indicator, period.year)->provider;
    by_unit[unit].push_back({unit, RowKind::indicator, indicator->id.value});
  }
  for (auto const* ceiling : ceilings_in(catalogue, period)) {
    by_unit[ceiling->unit].push_back({ceiling->unit, RowKind::budget, ceiling->code});
  }
  std::vector<Form> forms;
  for (auto& [unit, rows] : by_unit) forms.push_back({unit, std::move(rows), std::nullopt});
  return forms;
}

}  // namespace himpun::performance
