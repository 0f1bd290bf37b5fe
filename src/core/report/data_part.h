#pragma once
// The data part of a draft: what the divisions reported and the analyst accepted, as tables (per sasaran, Formulir
// E.81, recap per division, measurement of the perjanjian kinerja). It is made from the figures alone, so the same
// figures always give the same words. It knows no case and no layout.

#include <functional>

#include "core/performance/achievement/rollup.h"
#include "core/performance/budget/budget.h"

namespace himpun::report {

struct DataTable {
  std::string title;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

struct DataPart {
  Period period;
  std::vector<DataTable> tables;
  std::vector<std::string> remarks;  ///< what was left out and why
};

/// What the part is made from. Realisations are accepted ones, ascending by period, up to and including `period`.
struct DataBooks {
  performance::Catalogue const& catalogue;
  Period period;
  std::map<performance::IndicatorId, std::vector<performance::Realisation>> indicators;
  std::map<std::string, std::vector<performance::Realisation>> budget;
  std::function<std::string(performance::UnitId const&)> unit_name;
};

/// Empty tables where the year has no profile.
[[nodiscard]] DataPart make_data_part(DataBooks const& books);

/// As plain text between two marks: what stands in the paper.
[[nodiscard]] std::string to_text(DataPart const& part);
/// `text` with its data part replaced by `part`, or with `part` at its end.
[[nodiscard]] std::string with_data_part(std::string_view text, std::string_view part);
/// `text` as it is printed: the marks around the data part become a heading and nothing.
[[nodiscard]] std::string printable(std::string_view text);
[[nodiscard]] bool has_data_part(std::string_view text);

}  // namespace himpun::report
