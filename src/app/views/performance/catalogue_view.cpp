#include "app/views/performance/catalogue_view.h"

namespace himpun::app {
CatalogueView catalogue_view(performance::Catalogue const& catalogue, std::int64_t version, std::int32_t year) {
  CatalogueView view{.version = version, .year = year, .keepers = catalogue.keepers};
  for (auto const& [id, node] : catalogue.nodes) {
    if (performance::holds_in(node, year)) view.nodes.push_back(node);
  }
  for (auto const& [id, indicator] : catalogue.indicators) {
    auto const* sheet = performance::find_sheet(catalogue, id, year);
    if (!sheet) continue;
    view.indicators.push_back({id, indicator.node, *sheet, indicator.midterm.all(), indicator.past.all(),
                               indicator.benchmark.all()});
  }
  for (auto const& [id, agreement] : catalogue.agreements) {
    if (agreement.year == year) view.agreements.push_back({id, year, agreement.unit, agreement.revisions});
  }
  for (auto const& ceiling : catalogue.ceilings) {
    if (ceiling.year == year) view.ceilings.push_back(ceiling);
  }
  if (auto const* profile = performance::find_profile(catalogue, year)) view.profile = *profile;
  return view;
}

}  // namespace himpun::app
