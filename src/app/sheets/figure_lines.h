#pragma once
// One figure with everything that belongs beside it in an open table: names, satuan, target, achievement. It looks up
// what neighbouring rows share only once.

#include "app/office.h"
#include "core/performance/achievement/achievement.h"

namespace himpun::app {

struct FigureLine {
  FigureRow const* row = nullptr;
  Period period;
  std::string unit_name;
  std::string name;
  std::string unit_of_measure;
  performance::Value value;
  std::optional<Decimal> number;  ///< what the value counts as
  std::optional<performance::Target> target;
  std::optional<Decimal> achievement;  ///< per cent
  std::int64_t evidence = 0;           ///< pieces
};

/// Rows must come in the order of their key.
class FigureLines {
 public:
  explicit FigureLines(Sight& sight);
  [[nodiscard]] FigureLine line_of(FigureRow const& row);

 private:
  /// What all rows of one subject and period have in common.
  struct Shared {
    std::string key;
    Period period;
    std::string name;
    std::string unit_of_measure;
    bool is_derived = false;
    std::optional<performance::Target> target;
    std::optional<performance::Measurement> measurement;
  };
  void share(FigureRow const& row);
  void share_indicator(FigureRow const& row);
  void share_budget(FigureRow const& row);
  [[nodiscard]] performance::Value value_in(FigureRow const& row);
  [[nodiscard]] std::string const& unit_name(std::string const& unit);

  Sight& sight_;
  Books::Catalogue catalogue_;
  Shared shared_;
  std::map<std::string, std::string> unit_names_;
};

}  // namespace himpun::app
