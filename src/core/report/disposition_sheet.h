#pragma once
// Lembar disposisi: the official sheet on which a head passes a letter on. One boxed page; every field of the form is
// there, also those that nobody filled in.

#include "core/report/pieces.h"

namespace himpun::report {

struct DispositionFacts {
  OfficeFacts office;
  // The letter, or the head's own instruction (then only `subject`).
  std::string from;
  std::string number;
  std::string date;         ///< in words
  std::string received_on;  ///< in words
  std::string agenda_number;
  std::string subject;

  std::vector<document::Tick> natures;       ///< sangat segera, segera, biasa, rahasia
  std::vector<document::Tick> instructions;  ///< all of the form, in its order
  std::vector<std::string> to;               ///< diteruskan kepada
  std::string note;
  Official by;
  std::string given_on;   ///< in words; empty while it was not given
  std::string given_at;   ///< "5 Januari 2026 pukul 10.15 WIB"
  std::string withdrawn;  ///< why it was withdrawn; empty: it holds
  std::string case_number;
};

[[nodiscard]] document::OfficialPaper make_disposition_sheet(DispositionFacts const& facts);

}  // namespace himpun::report
