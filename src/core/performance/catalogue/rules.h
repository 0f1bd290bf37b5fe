#pragma once
// The parts of the catalogue's rules, one function a command; decide.cpp brings them together. Each answers with the
// events or a refusal that lists every wrong field.

#include "core/performance/catalogue/commands.h"
#include "core/performance/catalogue/refusals.h"

namespace himpun::performance::rules {

using Answer = Result<CatalogueEvents>;

/// Collects wrong fields and ends in a refusal of `type`, or in the event.
class Faults {
 public:
  void add(std::string pointer, Words message) { fields_.push_back({std::move(pointer), std::move(message)}); }
  void require(std::string const& text, std::string pointer);
  void take_over(Result<void> const& checked);
  [[nodiscard]] bool none() const { return fields_.empty(); }
  [[nodiscard]] std::unexpected<Problem> refuse_as(ProblemType const& type) const;

 private:
  std::vector<FieldError> fields_;
};

inline constexpr std::int32_t first_year = 2000;
inline constexpr std::int32_t last_year = 2100;
void check_year(Faults& faults, std::int32_t year, std::string pointer);
void check_unit(Faults& faults, access::Agency const& agency, UnitId const& unit, std::string pointer);

[[nodiscard]] inline Answer happened(CatalogueEvent event) { return CatalogueEvents{std::move(event)}; }
[[nodiscard]] inline Answer already_so() { return CatalogueEvents{}; }

[[nodiscard]] Answer record_node(Catalogue const& catalogue, RecordNode command, CatalogueOccasion const& occasion);
[[nodiscard]] Answer record_sheet(Catalogue const& catalogue, RecordSheet const& command,
                                  CatalogueOccasion const& occasion);
[[nodiscard]] Answer close_indicator(Catalogue const& catalogue, CloseIndicator const& command);
[[nodiscard]] Answer sign_agreement(Catalogue const& catalogue, SignAgreement command,
                                    CatalogueOccasion const& occasion);
[[nodiscard]] Answer revise_agreement(Catalogue const& catalogue, ReviseAgreement command);
[[nodiscard]] Answer record_figure(Catalogue const& catalogue, RecordFigure const& command);
[[nodiscard]] Answer record_spending(Catalogue const& catalogue, RecordSpending command);
[[nodiscard]] Answer record_ceiling(Catalogue const& catalogue, RecordCeiling command,
                                    CatalogueOccasion const& occasion);
[[nodiscard]] Answer adopt_profile(Catalogue const& catalogue, AdoptProfile const& command);
[[nodiscard]] Answer name_keepers(Catalogue const& catalogue, NameKeepers const& command,
                                  CatalogueOccasion const& occasion);

}  // namespace himpun::performance::rules
