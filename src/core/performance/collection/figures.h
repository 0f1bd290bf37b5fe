#pragma once
// A row's figure and what it achieves: the entered value, or what the formula of a derived indicator makes of its
// inputs and of other rows of the same collection. Several periods come together outside: hand their realisations to
// `measurement_of`.

#include "core/performance/catalogue/catalogue.h"
#include "core/performance/collection/collection.h"
#include "core/performance/formula/formula.h"

namespace himpun::performance {

/// The row's value, the last correction, or the formula's result. Blank and not available stay what they are; a formula
/// that cannot be computed is not available, with the reason.
[[nodiscard]] Value figure_of(Collection const& collection, Row const& row, Catalogue const& catalogue);
/// How the formula came to it, with its trace; none for a row without a formula or with a figure of its own.
[[nodiscard]] std::optional<Evaluated> derivation_of(Collection const& collection, Row const& row,
                                                     Catalogue const& catalogue);
/// The figure with its period, source and evidence: what achievements and absorption are computed from.
[[nodiscard]] Realisation realisation_of(Collection const& collection, Row const& row, Catalogue const& catalogue);

/// The achievement of the row's period, when there is a profile; see its `why_not`.
[[nodiscard]] std::optional<Achievement> achievement_of_row(Collection const& collection, Row const& row,
                                                            Catalogue const& catalogue);

}  // namespace himpun::performance
