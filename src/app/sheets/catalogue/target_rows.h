#pragma once
// Rows of the target table as agreements: all rows of a unit and a year are one agreement, or one revision of the
// agreement that is there, with the lines that differ. It reads and compares; the rules of agreements are the
// catalogue's.

#include "app/sheets/catalogue/rows.h"

namespace himpun::app {

/// One line of an agreement, and the row it stands in.
struct TargetRow {
  TableRow row;
  std::int32_t year = 0;
  access::UnitId unit;
  Date date{};
  std::string document;
  std::string reason;
  performance::TargetLine line;
};

/// Reads the row; what is wrong is noted in it.
[[nodiscard]] TargetRow target_row(TableRow row, NameBook const& names);

/// What is in force of the indicator: the year's target and those of the periods that have one.
[[nodiscard]] std::optional<performance::TargetLine> line_in_force(performance::Agreement const& agreement,
                                                                   performance::IndicatorId const& indicator);

/// Rows of one unit and year that ask for something new, and the command they make.
struct TargetGroup {
  std::vector<TargetRow*> rows;
  performance::CatalogueCommand command;
};

/// Sorts rows without faults into groups; `same` gets those that say what is in force already.
[[nodiscard]] std::vector<TargetGroup> group_targets(std::vector<TargetRow>& rows, RowBooks const& books,
                                                     std::vector<TargetRow const*>& same);

/// Brings a refusal of the group's command to the rows it is about.
void blame_rows(TargetGroup& group, Problem const& problem);

}  // namespace himpun::app
