#pragma once
// Figures of single years of one indicator (past years, ends of the Renstra, benchmarks), packed: an office may keep a
// hundred thousand of them, and most are one number with a short source. They come out as they were put in.

#include <optional>
#include <string>
#include <vector>

#include "core/performance/achievement/achievement.h"

namespace himpun::performance {

class KeptFigures {
 public:
  [[nodiscard]] bool empty() const { return packed_.empty(); }
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::optional<YearFigure> find(std::int32_t year) const;
  /// The first one of `year` or later; the last one of `year` or earlier.
  [[nodiscard]] std::optional<YearFigure> first_from(std::int32_t year) const;
  [[nodiscard]] std::optional<YearFigure> last_until(std::int32_t year) const;
  [[nodiscard]] std::vector<YearFigure> all() const;  ///< by rising year

  /// Takes the place of the one of that year.
  void put(YearFigure const& figure);

 private:
  std::string packed_;  ///< records by rising year; see the .cpp
};

}  // namespace himpun::performance
