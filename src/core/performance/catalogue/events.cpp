#include "core/performance/catalogue/events.h"

#include <algorithm>

namespace himpun::performance {
namespace {

struct Evolve {
  Catalogue& catalogue;

  void operator()(NodeRecorded const& event) const { catalogue.nodes[event.node.id] = event.node; }

  void operator()(SheetRecorded const& event) const {
    auto& indicator = catalogue.indicators[event.indicator];
    indicator.id = event.indicator;
    indicator.node = event.node;
    indicator.sheets[event.sheet.year] = event.sheet;
    if (indicator.last_year && event.sheet.year > *indicator.last_year) indicator.last_year.reset();  // opened again
  }

  void operator()(IndicatorClosed const& event) const {
    catalogue.indicators[event.indicator].last_year = event.last_year;
  }

  void operator()(AgreementSigned const& event) const {
    catalogue.agreements[event.agreement] = {event.agreement, event.year, event.unit, {event.revision}};
  }

  void operator()(AgreementRevised const& event) const {
    catalogue.agreements[event.agreement].revisions.push_back(event.revision);
  }

  void operator()(FigureRecorded const& event) const {
    keep({event.indicator, event.kind, event.figure});
  }

  void operator()(FiguresRecorded const& event) const {
    for (auto const& each : event.figures) keep(each);
  }

  void keep(RecordedFigure const& recorded) const {
    auto& indicator = catalogue.indicators[recorded.indicator];
    auto& figures = recorded.kind == FigureKind::midterm ? indicator.midterm
                    : recorded.kind == FigureKind::past  ? indicator.past
                                                         : indicator.benchmark;
    figures.put(recorded.figure);
  }

  void operator()(SpendingRecorded const& event) const {
    auto& spent = event.kind == FigureKind::midterm ? catalogue.spending_planned : catalogue.spending_past;
    spent[{event.spending.code, event.spending.year}] = event.spending;
  }

  void operator()(CatalogueImported const&) const {}

  void operator()(CeilingRecorded const& event) const {
    auto const same = std::ranges::find_if(catalogue.ceilings, [&](Ceiling const& each) {
      return each.year == event.ceiling.year && each.code == event.ceiling.code && each.date == event.ceiling.date &&
             each.stage == event.ceiling.stage;
    });
    if (same == catalogue.ceilings.end()) {
      catalogue.ceilings.push_back(event.ceiling);
    } else {
      *same = event.ceiling;
    }
  }

  void operator()(ProfileAdoptedFirst const& event) const {
    auto& profile = catalogue.profiles[event.year] = Profile{};
    static_cast<FirstProfile&>(profile) = event.profile;
  }

  void operator()(ProfileAdopted const& event) const { catalogue.profiles[event.year] = event.profile; }
  void operator()(KeepersNamed const& event) const { catalogue.keepers = event.keepers; }
};

}  // namespace

void evolve(Catalogue& catalogue, CatalogueEvent const& event) { std::visit(Evolve{catalogue}, event); }

}  // namespace himpun::performance
