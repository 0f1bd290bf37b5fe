#pragma once
// Dokumen mekanisme pengumpulan data kinerja, the product of the SOP of the same name: legal basis, who does what, the
// indicators and where their figures come from, the schedule, the forms, what was collected with its achievement and
// evidence, remarks, initials and signature. What people write (the manuscript) stands in its chapters; every figure
// comes from accepted data, and what is missing is named.

#include "core/performance/collection/collection.h"
#include "core/report/figures/figure_lines.h"
#include "core/report/pieces.h"

namespace himpun::report {

struct RoleFacts {
  std::string actor;
  std::vector<std::string> holders;
};

struct ScheduleLine {
  int number = 0;
  std::string activity;
  std::string performers;
  std::string time_limit;
  std::string due;   ///< in words; empty: not opened yet
  std::string done;  ///< in words; empty: not yet
};

struct FormLine {
  std::string unit;
  std::int32_t rows = 0;
  std::string due;
  std::string sent;  ///< in words; empty: not yet
};

struct MechanismFacts {
  OfficeFacts office;
  std::string title;
  std::string case_number;
  std::string date;  ///< of the version, in words
  std::string procedure;
  std::vector<std::string> legal_basis;
  std::vector<RoleFacts> roles;
  document::SopSheet sheet;
  std::vector<ScheduleLine> schedule;
  std::vector<FormLine> forms;
  Blocks narrative;
  std::vector<std::string> remarks;  ///< of the case: what was returned, what was closed without
  std::vector<document::SignaturePlace> initials;
  std::vector<document::SignaturePlace> signatures;
};

inline constexpr char const* mechanism_chapters[] = {
    "Pendahuluan", "Dasar Hukum", "Pelaksana dan Prosedur", "Daftar Indikator",  "Jadwal",
    "Formulir",    "Data Kinerja", "Daftar Data Dukung",     "Catatan",           "Pengesahan"};

[[nodiscard]] document::OfficialPaper make_mechanism(MechanismFacts const& facts, DataBooks const& books,
                                                     performance::Collection const& collection);

}  // namespace himpun::report
