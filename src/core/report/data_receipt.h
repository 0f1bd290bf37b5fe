#pragma once
// Tanda terima data: what one division handed over and who took it, row by row, with the evidence it rests on. The
// words around the list are the office's template.

#include "core/report/pieces.h"

namespace himpun::report {

struct ReceivedRow {
  std::string name;
  std::string unit_of_measure;
  std::string value;
  std::string evidence;
  std::string state;  ///< "diterima", "dikunci"
};

struct DataReceiptFacts {
  OfficeFacts office;
  std::string case_number;
  std::string case_title;
  std::string period;
  std::string division;
  std::string handed_over_on;  ///< in words; empty: not yet
  std::string received_on;     ///< in words; empty: not yet
  std::vector<ReceivedRow> rows;
  std::string answer;                ///< the words of a division that was asked without a form
  std::vector<std::string> missing;  ///< what was asked and is not there
  Official giver;
  Official taker;
  std::string words;  ///< a checked template of this kind (stationery/template.h)
};

[[nodiscard]] document::OfficialPaper make_data_receipt(DataReceiptFacts const& facts);

}  // namespace himpun::report
