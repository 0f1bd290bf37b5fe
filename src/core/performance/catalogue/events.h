#pragma once
// What has happened in the `catalogue` stream of an agency, and how it changes the catalogue. Recording a node, a
// sheet or a ceiling again replaces it; an agreement only grows by revisions. Nothing is ever removed.

#include <string_view>
#include <variant>

#include "core/performance/catalogue/catalogue.h"

namespace himpun::performance {

struct NodeRecorded {
  static constexpr std::string_view event_name = "performance.node_recorded";
  static constexpr int event_version = 1;
  Node node;
};
BOOST_DESCRIBE_STRUCT(NodeRecorded, (), (node))

/// A sheet from its year on; the first one makes the indicator.
struct SheetRecorded {
  static constexpr std::string_view event_name = "performance.sheet_recorded";
  static constexpr int event_version = 1;
  IndicatorId indicator;
  NodeId node;
  Sheet sheet;
};
BOOST_DESCRIBE_STRUCT(SheetRecorded, (), (indicator, node, sheet))

struct IndicatorClosed {
  static constexpr std::string_view event_name = "performance.indicator_closed";
  static constexpr int event_version = 1;
  IndicatorId indicator;
  std::int32_t last_year = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(IndicatorClosed, (), (indicator, last_year, reason))

struct AgreementSigned {
  static constexpr std::string_view event_name = "performance.agreement_signed";
  static constexpr int event_version = 1;
  AgreementId agreement;
  std::int32_t year = 0;
  UnitId unit;
  Revision revision;
};
BOOST_DESCRIBE_STRUCT(AgreementSigned, (), (agreement, year, unit, revision))

struct AgreementRevised {
  static constexpr std::string_view event_name = "performance.agreement_revised";
  static constexpr int event_version = 1;
  AgreementId agreement;
  Revision revision;
};
BOOST_DESCRIBE_STRUCT(AgreementRevised, (), (agreement, revision))

enum class FigureKind : std::uint8_t { midterm, past, benchmark };
BOOST_DESCRIBE_ENUM(FigureKind, midterm, past, benchmark)

/// A mid-term target (Renstra), a past year's figure, or a benchmark.
struct FigureRecorded {
  static constexpr std::string_view event_name = "performance.figure_recorded";
  static constexpr int event_version = 1;
  IndicatorId indicator;
  FigureKind kind = FigureKind::past;
  YearFigure figure;
};
BOOST_DESCRIBE_STRUCT(FigureRecorded, (), (indicator, kind, figure))

struct CeilingRecorded {
  static constexpr std::string_view event_name = "performance.ceiling_recorded";
  static constexpr int event_version = 1;
  Ceiling ceiling;
};
BOOST_DESCRIBE_STRUCT(CeilingRecorded, (), (ceiling))

/// The whole profile is kept, so that the figures of a year stay what they were.
struct ProfileAdopted {
  static constexpr std::string_view event_name = "performance.profile_adopted";
  static constexpr int event_version = 1;
  std::int32_t year = 0;
  Profile profile;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ProfileAdopted, (), (year, profile, reason))

struct KeepersNamed {
  static constexpr std::string_view event_name = "performance.keepers_named";
  static constexpr int event_version = 1;
  std::vector<HolderId> keepers;
};
BOOST_DESCRIBE_STRUCT(KeepersNamed, (), (keepers))

using CatalogueEvent = std::variant<NodeRecorded, SheetRecorded, IndicatorClosed, AgreementSigned, AgreementRevised,
                                    FigureRecorded, CeilingRecorded, ProfileAdopted, KeepersNamed>;

void evolve(Catalogue& catalogue, CatalogueEvent const& event);

}  // namespace himpun::performance
