#pragma once
// Very many figures, quickly: rows of the read model as the projection would make them, written past the journal into
// the table itself. What a page or an export reads is the same; a rebuild would drop them.

#include <cstdint>
#include <string>

namespace himpun::bench {

/// A catalogue of `indicators` indicators for one year with targets, as CSV text of the import's tables.
[[nodiscard]] std::string indicators_csv(int indicators, int year);
[[nodiscard]] std::string targets_csv(int indicators, int year);
/// `rows` figures to compare with: past years and benchmarks of those indicators, each another key.
[[nodiscard]] std::string figures_csv(int indicators, int rows);
[[nodiscard]] std::string indicator_code(int number);

struct FigureLoad {
  int offices = 0;     ///< agencies beside the office itself, which gets the same
  int indicators = 0;  ///< each with four quarters
  int cases = 1;       ///< collections of each quarter
  int year = 0;
  std::uint64_t seed = 0;  ///< of the figures
};
/// Adds offices × indicators × 4 × cases rows to the office's database in `folder`; answers with their number.
std::int64_t add_figures(std::string const& folder, FigureLoad const& load);

}  // namespace himpun::bench
