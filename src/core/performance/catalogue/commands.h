#pragma once
// What can be asked of the catalogue, and the rules that answer: what must fit together, and who may record it.
// `decide` may refuse, never changes; no events means it is already so. An import is a list of commands, decided row by
// row (`preview`): all or nothing.

#include "core/access/decide.h"
#include "core/performance/catalogue/events.h"

namespace himpun::performance {

// Commands that record something take its id: a fresh one for a new thing, the known one to change it.
struct RecordNode {
  Node node;
};
BOOST_DESCRIBE_STRUCT(RecordNode, (), (node))
struct RecordSheet {
  IndicatorId indicator;
  NodeId node;
  Sheet sheet;
};
BOOST_DESCRIBE_STRUCT(RecordSheet, (), (indicator, node, sheet))
struct CloseIndicator {
  IndicatorId indicator;
  std::int32_t last_year = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(CloseIndicator, (), (indicator, last_year, reason))
/// The revision's number is given by the rule: 0 here.
struct SignAgreement {
  AgreementId agreement;
  std::int32_t year = 0;
  UnitId unit;
  Revision revision;
};
BOOST_DESCRIBE_STRUCT(SignAgreement, (), (agreement, year, unit, revision))
/// The next number; date and reason are needed.
struct ReviseAgreement {
  AgreementId agreement;
  Revision revision;
};
BOOST_DESCRIBE_STRUCT(ReviseAgreement, (), (agreement, revision))
struct RecordFigure {
  IndicatorId indicator;
  FigureKind kind = FigureKind::past;
  YearFigure figure;
};
BOOST_DESCRIBE_STRUCT(RecordFigure, (), (indicator, kind, figure))
struct RecordSpending {
  FigureKind kind = FigureKind::past;  ///< past or midterm
  YearSpending spending;
};
BOOST_DESCRIBE_STRUCT(RecordSpending, (), (kind, spending))
struct RecordCeiling {
  Ceiling ceiling;
};
BOOST_DESCRIBE_STRUCT(RecordCeiling, (), (ceiling))
struct AdoptProfile {
  std::int32_t year = 0;
  Profile profile;
  std::string reason;  ///< needed when the year has a profile already
};
BOOST_DESCRIBE_STRUCT(AdoptProfile, (), (year, profile, reason))
struct NameKeepers {
  std::vector<HolderId> keepers;
};
BOOST_DESCRIBE_STRUCT(NameKeepers, (), (keepers))

using CatalogueCommand = std::variant<RecordNode, RecordSheet, CloseIndicator, SignAgreement, ReviseAgreement,
                                      RecordFigure, RecordSpending, RecordCeiling, AdoptProfile, NameKeepers>;
using CatalogueEvents = std::vector<CatalogueEvent>;

/// What a rule may look at beside the catalogue.
struct CatalogueOccasion {
  Date today{};
  access::Caller const& caller;
  access::Agency const& agency;
};

[[nodiscard]] Result<CatalogueEvents> decide(Catalogue const& catalogue, CatalogueCommand const& command,
                                             CatalogueOccasion const& occasion);
/// Whether the caller may record anything: an administrator, the installation, or who acts for a keeper today.
[[nodiscard]] Result<void> who_keeps(Catalogue const& catalogue, CatalogueOccasion const& occasion);

enum class RowFate : std::uint8_t { added, changed, same, refused };
BOOST_DESCRIBE_ENUM(RowFate, added, changed, same, refused)

struct PreviewRow {
  RowFate fate = RowFate::same;
  std::optional<Problem> problem;  ///< of a refused row
};

/// Each command decided on the catalogue as the rows before it leave it. `events` is empty when a row was refused.
struct Preview {
  std::vector<PreviewRow> rows;
  CatalogueEvents events;

  [[nodiscard]] bool is_acceptable() const;
};
[[nodiscard]] Preview preview(Catalogue const& catalogue, std::vector<CatalogueCommand> const& commands,
                              CatalogueOccasion const& occasion);
/// The same, and leaves the catalogue as the rows that were not refused make it: for files that come in pieces.
[[nodiscard]] Preview preview_onto(Catalogue& catalogue, std::vector<CatalogueCommand> const& commands,
                                   CatalogueOccasion const& occasion);

}  // namespace himpun::performance
