#pragma once
// Whether an entry or a piece of evidence has the right form for its row: what is refused at once, before any check
// with a severity. All faults are reported together, each with its JSON pointer.

#include "core/performance/catalogue/catalogue.h"
#include "core/performance/collection/collection.h"

namespace himpun::performance {

inline constexpr std::size_t max_narrative_characters = 5'000;
inline constexpr std::size_t max_follow_ups = 20;
inline constexpr std::size_t max_parts = 50;
inline constexpr std::size_t max_rows_at_once = 500;

/// `sheet` is null for a budget row.
void check_entry(Entry const& entry, Sheet const* sheet, std::string const& pointer, std::vector<FieldError>& errors);
void check_evidence(Evidence const& evidence, std::string const& pointer, std::vector<FieldError>& errors);
/// A value of the kind the row takes; blank and "not available" always fit.
void check_kind(Value const& value, Sheet const* sheet, std::string const& pointer, std::vector<FieldError>& errors);

}  // namespace himpun::performance
