#pragma once
// What has happened in the `catalogue` stream of an agency, and how it changes the catalogue. Recording a node, a
// sheet or a ceiling again replaces it; an agreement only grows by revisions. Nothing is ever removed.

#include <string_view>
#include <variant>

#include "base/values/file_ref.h"
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

/// A mid-term target (Renstra), a past year's figure, or a benchmark.
struct FigureRecorded {
  static constexpr std::string_view event_name = "performance.figure_recorded";
  static constexpr int event_version = 1;
  IndicatorId indicator;
  FigureKind kind = FigureKind::past;
  YearFigure figure;
};
BOOST_DESCRIBE_STRUCT(FigureRecorded, (), (indicator, kind, figure))

/// Several figures as one fact: an import has very many of them.
struct RecordedFigure {
  IndicatorId indicator;
  FigureKind kind = FigureKind::past;
  YearFigure figure;
};
BOOST_DESCRIBE_STRUCT(RecordedFigure, (), (indicator, kind, figure))

struct FiguresRecorded {
  static constexpr std::string_view event_name = "performance.figures_recorded";
  static constexpr int event_version = 1;
  std::vector<RecordedFigure> figures;
};
BOOST_DESCRIBE_STRUCT(FiguresRecorded, (), (figures))

/// Money of a budget code in an earlier year, or planned for the end of the Renstra.
struct SpendingRecorded {
  static constexpr std::string_view event_name = "performance.spending_recorded";
  static constexpr int event_version = 1;
  FigureKind kind = FigureKind::past;
  YearSpending spending;
};
BOOST_DESCRIBE_STRUCT(SpendingRecorded, (), (kind, spending))

/// What came before it in the same writing came from this file, which is kept.
struct CatalogueImported {
  static constexpr std::string_view event_name = "performance.catalogue_imported";
  static constexpr int event_version = 1;
  FileRef file;
  std::int64_t added = 0;
  std::int64_t changed = 0;
};
BOOST_DESCRIBE_STRUCT(CatalogueImported, (), (file, added, changed))

struct CeilingRecorded {
  static constexpr std::string_view event_name = "performance.ceiling_recorded";
  static constexpr int event_version = 1;
  Ceiling ceiling;
};
BOOST_DESCRIBE_STRUCT(CeilingRecorded, (), (ceiling))

/// As it was stored before the profile said what is red.
struct ProfileAdoptedFirst {
  static constexpr std::string_view event_name = "performance.profile_adopted";
  static constexpr int event_version = 1;
  std::int32_t year = 0;
  FirstProfile profile;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ProfileAdoptedFirst, (), (year, profile, reason))

/// The whole profile is kept, so that the figures of a year stay what they were.
struct ProfileAdopted {
  static constexpr std::string_view event_name = "performance.profile_adopted";
  static constexpr int event_version = 2;
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
                                    FigureRecorded, FiguresRecorded, SpendingRecorded, CatalogueImported,
                                    CeilingRecorded, ProfileAdoptedFirst, ProfileAdopted, KeepersNamed>;

void evolve(Catalogue& catalogue, CatalogueEvent const& event);

}  // namespace himpun::performance
