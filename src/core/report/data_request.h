#pragma once
// Surat permintaan data: one letter to each division, with the list of what is asked as its attachment (lampiran). Its
// words are the office's template; head, signature, copies and list are made from the facts.

#include "core/report/pieces.h"

namespace himpun::report {

/// One thing that is asked: an indicator, or what was spent of a budget code.
struct AskedRow {
  std::string name;
  std::string unit_of_measure;
  std::string target;
  std::string evidence;  ///< which evidence belongs to it
};

struct DataRequestFacts {
  OfficeFacts office;
  std::string number;  ///< nomor surat; empty: left open to be numbered by hand
  std::string nature = "Segera";
  std::string date;    ///< in words
  std::string period;  ///< "Triwulan III 2026"
  std::string case_number;
  std::string case_title;
  std::string procedure;  ///< name and number of the SOP it is asked under
  std::string to;         ///< the division
  std::string due;        ///< in words; empty: none
  std::vector<AskedRow> rows;
  Official by;
  std::vector<std::string> copies;  ///< tembusan
  std::string words;                ///< a checked template of this kind (stationery/template.h)
};

[[nodiscard]] document::OfficialPaper make_data_request(DataRequestFacts const& facts);

}  // namespace himpun::report
