#pragma once
// The tables that a performance report must hold (PermenPAN-RB 53/2014, Bab III): this year's target, past years, the
// mid-term target, a national standard; causes, efficiency, supporting programmes, money.

#include <optional>

#include "core/report/performance_report.h"

namespace himpun::report {

[[nodiscard]] document::Table agreement_table(DataBooks const& books, std::vector<FigureLine> const& lines);
[[nodiscard]] document::Table against_target(DataBooks const& books, std::vector<FigureLine> const& lines);
[[nodiscard]] document::Table against_past(DataBooks const& books, std::vector<FigureLine> const& lines);
[[nodiscard]] document::Table against_midterm(DataBooks const& books, std::vector<FigureLine> const& lines);
[[nodiscard]] document::Table against_standard(DataBooks const& books, std::vector<FigureLine> const& lines);
[[nodiscard]] document::Table cause_table(std::vector<FigureLine> const& lines, std::vector<CauseLine> const& causes);
[[nodiscard]] document::Table efficiency_table(DataBooks const& books, std::vector<FigureLine> const& lines,
                                               std::vector<MoneyLine> const& monies);
[[nodiscard]] document::Table programme_table(DataBooks const& books);
[[nodiscard]] document::Table money_table(DataBooks const& books, std::vector<MoneyLine> const& monies);

/// The figure of the first Renstra end in or after the year; null when none is recorded.
[[nodiscard]] std::optional<performance::YearFigure> midterm_of(FigureLine const& line, std::int32_t year);
/// The national figure of the year, or the last one before; null when none is recorded.
[[nodiscard]] std::optional<performance::YearFigure> standard_of(FigureLine const& line, std::int32_t year);

}  // namespace himpun::report
