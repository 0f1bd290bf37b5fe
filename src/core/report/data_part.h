#pragma once
// The data part of a draft: what the divisions reported and the analyst accepted, as tables (per sasaran, Formulir
// E.81, recap per division, measurement of the perjanjian kinerja). It is made from the figures alone, so the same
// figures always give the same words. It knows no case and no layout.

#include "core/report/figures/figure_lines.h"

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

/// Empty tables where the year has no profile.
[[nodiscard]] DataPart make_data_part(DataBooks const& books);

/// As plain text between two marks: what stands in the paper.
[[nodiscard]] std::string to_text(DataPart const& part);
/// `text` with its data part replaced by `part`, or with `part` at its end.
[[nodiscard]] std::string with_data_part(std::string_view text, std::string_view part);
/// `text` as it is printed: the marks around the data part become a heading and nothing.
[[nodiscard]] std::string printable(std::string_view text);
[[nodiscard]] bool has_data_part(std::string_view text);
/// What people wrote around it.
[[nodiscard]] std::string without_data_part(std::string_view text);

}  // namespace himpun::report
