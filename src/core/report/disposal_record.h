#pragma once
// Berita acara pemusnahan arsip: which files were destroyed, on whose approval, how, and before whom. The archive
// module hands over plain views; this file only writes them down, in the words of the office's template.

#include "core/report/pieces.h"

namespace himpun::report {

/// One berkas of the list of destroyed archives (daftar arsip yang dimusnahkan).
struct DisposedFile {
  std::string number;
  std::string classification;
  std::string description;
  std::string years;
  std::string amount;
  std::string retention;
  std::string remark;
};

struct DisposalFacts {
  OfficeFacts office;
  std::string number;       ///< of the berita acara; empty: left open
  std::string date;         ///< in words: "5 Januari 2026"
  std::string weekday;      ///< "Senin"
  std::string approval;     ///< the decree or letter that allows it
  std::string method;       ///< "dicacah"
  std::string legal_basis;  ///< the retention schedule it follows
  std::vector<DisposedFile> files;
  Official leader;
  std::vector<Official> witnesses;
  std::string journal_proof;  ///< where the proof of what was destroyed stays; empty: nothing was destroyed yet
  std::string words;          ///< a checked template of this kind (stationery/template.h)
};

/// The sentence that the journal keeps what the proposal of this number removed.
[[nodiscard]] std::string proof_in_journal(std::string const& proposal_number);
[[nodiscard]] document::OfficialPaper make_disposal_record(DisposalFacts const& facts);

}  // namespace himpun::report
