#pragma once
// Reading whole sheets into memory, for tests.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "adapters/sheets/sheets.h"

namespace himpun::sheets::test {

struct ReadSheet {
  std::vector<app::Row> rows;
  app::SheetSummary summary;
};

[[nodiscard]] inline Result<ReadSheet> read_sheet(app::Workbook& workbook, std::string_view name = {}) {
  ReadSheet sheet;
  auto const read = workbook.read(name, [&](app::Row const& row) -> Result<void> {
    sheet.rows.push_back(row);
    return {};
  });
  if (!read) return std::unexpected(read.error());
  sheet.summary = *read;
  return sheet;
}

[[nodiscard]] inline Result<ReadSheet> read_bytes(std::string bytes, app::SheetReading reading = {"isian.xlsx"}) {
  auto const workbook = with_files()->open_bytes(std::move(bytes), std::move(reading));
  if (!workbook) return std::unexpected(workbook.error());
  return read_sheet(**workbook);
}

/// The refusal is of this type, has words in both languages, and its Indonesian ones hold `part`.
inline void expect_refused(Result<ReadSheet> const& read, ProblemType const& type, std::string const& part = {}) {
  ASSERT_FALSE(read.has_value()) << "nothing was refused";
  auto const& problem = read.error();
  EXPECT_EQ(problem.type->code, type.code) << problem.detail.id;
  EXPECT_NE(problem.detail.id.find(part), std::string::npos) << problem.detail.id;
  EXPECT_FALSE(problem.detail.en.empty());
}

}  // namespace himpun::sheets::test
