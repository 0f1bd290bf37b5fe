#pragma once
// Draft of the performance report (LKjIP; PermenPAN-RB 53/2014): Bab I to IV with the comparisons it asks for, made
// from accepted figures; what people write stands in the chapters. What is still missing is a list of its own, and the
// paper is marked as a draft while there is any.

#include "core/report/figures/figure_lines.h"
#include "core/report/pieces.h"

namespace himpun::report {

/// What a division said about one indicator in one period.
struct CauseLine {
  performance::IndicatorId indicator;
  std::string period;
  std::string drivers;
  std::string obstacles;
  std::string follow_up;
};

struct PerformanceReportFacts {
  OfficeFacts office;
  std::string date;  ///< in words
  Blocks narrative;
  std::vector<CauseLine> causes;
  Official head;
};

inline constexpr char const* report_chapters[] = {"Pendahuluan", "Perencanaan Kinerja", "Akuntabilitas Kinerja",
                                                  "Penutup"};

/// `books.period`: the year, or the last period that is reported.
[[nodiscard]] document::OfficialPaper make_performance_report(PerformanceReportFacts const& facts,
                                                              DataBooks const& books);
/// What the report still lacks, each as one sentence.
[[nodiscard]] std::vector<std::string> missing_in_report(PerformanceReportFacts const& facts, DataBooks const& books);

}  // namespace himpun::report
