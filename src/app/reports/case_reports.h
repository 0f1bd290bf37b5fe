#pragma once
// The papers that Himpun makes out of a case: which there are, and each as a value with its tables attached. What the
// officials write is the manuscript inside of some; nothing is kept here, so a paper always says what the record says.
//
//   disposition:<n>       lembar disposisi, the n-th that was given
//   request:<unit>        surat permintaan data to a division
//   receipt:<unit>        tanda terima data from it
//   <key of the paper that the gathering writes>     dokumen mekanisme pengumpulan data kinerja, of one version
//   lkjip                 draft of the performance report of the case's year

#include "app/desks/case_desk.h"
#include "base/words.h"
#include "core/document/paper.h"

namespace himpun::app {

struct ReportEntry {
  std::string key;
  std::string kind;  ///< disposition, request, receipt, mechanism, performance_report
  std::string name;
  std::int32_t version = 1;  ///< of the manuscript in it
};
BOOST_DESCRIBE_STRUCT(ReportEntry, (), (key, kind, name, version))

inline constexpr ProblemType report_unknown{"report.unknown", ProblemKind::not_found,
                                            "Berkas ini tidak memiliki naskah itu",
                                            "This case has no such paper"};

[[nodiscard]] std::vector<ReportEntry> list_reports(Sight& sight, RunningCase const& running);
/// `version`: of the manuscript; 0: the newest. Refused with `report.unknown`.
[[nodiscard]] Result<document::OfficialPaper> make_report(Sight& sight, RunningCase const& running,
                                                          std::string_view key, std::int32_t version = 0);
/// Whether the case's own paper of this key is one that is assembled here.
[[nodiscard]] bool is_assembled(Sight& sight, RunningCase const& running, std::string_view key);

}  // namespace himpun::app
