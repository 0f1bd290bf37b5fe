#pragma once
// A form workbook that came back, row by row against the form as it is now: what would be entered, changed, left as it
// is, refused, and what somebody else changed meanwhile. A row that nobody touched since it was downloaded asks for
// nothing, whatever happened to it. It records nothing.

#include "app/sheets/catalogue/import.h"
#include "app/sheets/form_workbook.h"

namespace himpun::app {

/// `stale`: touched here, and changed by somebody else since the workbook was downloaded.
enum class WorkbookFate : std::uint8_t { entered, changed, same, refused, stale };
BOOST_DESCRIBE_ENUM(WorkbookFate, entered, changed, same, refused, stale)

struct WorkbookRow {
  std::int32_t row = 0;  ///< in the sheet
  performance::RowKind kind{};
  std::string subject;
  std::string name;
  WorkbookFate fate = WorkbookFate::same;
  std::string words;  ///< the figure before and after
  std::optional<std::string> problem;
};
BOOST_DESCRIBE_STRUCT(WorkbookRow, (), (row, kind, subject, name, fate, words, problem))

struct WorkbookCounts {
  std::int32_t entered = 0;
  std::int32_t changed = 0;
  std::int32_t same = 0;
  std::int32_t refused = 0;
  std::int32_t stale = 0;
};
BOOST_DESCRIBE_STRUCT(WorkbookCounts, (), (entered, changed, same, refused, stale))

struct WorkbookReport {
  std::vector<WorkbookRow> rows;
  bool acceptable = true;
  WorkbookCounts counts;
};
BOOST_DESCRIBE_STRUCT(WorkbookReport, (), (rows, acceptable, counts))

struct WorkbookPlan {
  WorkbookReport report;
  std::vector<performance::CollectionCommand> commands;  ///< of the rows that ask for something
};

inline constexpr ProblemType workbook_foreign{"workbook.foreign", ProblemKind::invalid,
                                              "Berkas ini formulir untuk yang lain",
                                              "This workbook is a form for something else"};

/// For who fills in the form. Refuses a file that is no form, or another one's.
[[nodiscard]] Result<WorkbookPlan> plan_workbook(Sight& sight, FormBooks const& books, FormAim const& aim,
                                                 SheetFile const& file);

}  // namespace himpun::app
