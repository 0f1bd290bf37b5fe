#pragma once
// The catalogue as the doors show it: what holds in one year.

#include "app/office.h"
#include "core/performance/catalogue/catalogue.h"

namespace himpun::app {

struct IndicatorSheetView {
  performance::IndicatorId indicator;
  performance::NodeId node;
  performance::Sheet sheet;
  std::vector<performance::YearFigure> midterm;
  std::vector<performance::YearFigure> past;
  std::vector<performance::YearFigure> benchmark;
};
BOOST_DESCRIBE_STRUCT(IndicatorSheetView, (), (indicator, node, sheet, midterm, past, benchmark))

struct AgreementView {
  performance::AgreementId agreement;
  std::int32_t year = 0;
  performance::UnitId unit;
  std::vector<performance::Revision> revisions;
};
BOOST_DESCRIBE_STRUCT(AgreementView, (), (agreement, year, unit, revisions))

struct CatalogueView {
  std::int64_t version = 0;
  std::int32_t year = 0;
  std::vector<performance::Node> nodes;
  std::vector<IndicatorSheetView> indicators;
  std::vector<AgreementView> agreements;
  std::vector<performance::Ceiling> ceilings;
  std::optional<performance::Profile> profile;
  std::vector<performance::HolderId> keepers;
};
BOOST_DESCRIBE_STRUCT(CatalogueView, (),
                      (version, year, nodes, indicators, agreements, ceilings, profile, keepers))

[[nodiscard]] CatalogueView catalogue_view(performance::Catalogue const& catalogue, std::int64_t version,
                                           std::int32_t year);

}  // namespace himpun::app
