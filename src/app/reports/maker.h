#pragma once
// Turns a case into the plain views that core/report makes papers from. One function a paper.

#include "app/reports/case_facts.h"
#include "core/document/paper.h"

namespace himpun::app {

class ReportMaker {
 public:
  /// Both arguments must outlive the maker.
  ReportMaker(Sight& sight, RunningCase const& running);

  [[nodiscard]] document::OfficialPaper disposition(workflow::GivenDisposition const& given) const;
  [[nodiscard]] document::OfficialPaper request(workflow::Task const& task) const;
  [[nodiscard]] document::OfficialPaper receipt(workflow::Task const& task) const;
  /// `version`: of the manuscript; null: nothing was written yet.
  [[nodiscard]] document::OfficialPaper mechanism(std::string const& key, workflow::PaperVersion const* version) const;
  [[nodiscard]] document::OfficialPaper performance_report(workflow::PaperVersion const* version) const;

 private:
  [[nodiscard]] std::string procedure_words() const;

  Sight& sight_;
  CaseScene scene_;
  report::OfficeFacts office_;
  Books::Catalogue catalogue_;
  Books::Collection collection_;
};

}  // namespace himpun::app
