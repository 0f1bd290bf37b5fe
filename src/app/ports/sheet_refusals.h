#pragma once
// Why a spreadsheet is refused. The words that go with each say what, where and how to mend it.

#include "base/problem.h"

namespace himpun::app {

inline constexpr ProblemType sheet_kind_unsupported{"sheet.kind_unsupported", ProblemKind::unsupported,
                                                    "Jenis berkas ini tidak dapat dibaca",
                                                    "This kind of file cannot be read"};
inline constexpr ProblemType sheet_broken{"sheet.broken", ProblemKind::invalid,
                                          "Berkas lembar kerja rusak atau tidak utuh",
                                          "The spreadsheet is broken or incomplete"};
inline constexpr ProblemType sheet_unsafe{"sheet.unsafe", ProblemKind::invalid,
                                          "Berkas ditolak karena isinya tidak aman",
                                          "The file is refused because its content is not safe"};
inline constexpr ProblemType sheet_too_large{"sheet.too_large", ProblemKind::too_large,
                                             "Isi lembar kerja melebihi batas", "The spreadsheet is above a limit"};
inline constexpr ProblemType sheet_not_found{"sheet.not_found", ProblemKind::not_found,
                                             "Lembar tidak ada di dalam berkas", "The sheet is not in the file"};
inline constexpr ProblemType sheet_cell_invalid{"sheet.cell_invalid", ProblemKind::invalid,
                                                "Isi sel tidak dapat dibaca", "A cell cannot be read"};
inline constexpr ProblemType sheet_encoding{"sheet.encoding", ProblemKind::invalid,
                                            "Pengodean huruf berkas bukan UTF-8", "The file's text is not UTF-8"};
inline constexpr ProblemType sheet_csv_invalid{"sheet.csv_invalid", ProblemKind::invalid, "Susunan CSV tidak benar",
                                               "The CSV is not well formed"};
inline constexpr ProblemType sheet_text_too_long{"sheet.text_too_long", ProblemKind::too_large,
                                                 "Teks terlalu panjang untuk satu sel",
                                                 "A text is too long for one cell"};
inline constexpr ProblemType form_not_recognised{"form.not_recognised", ProblemKind::invalid,
                                                 "Berkas ini bukan formulir yang dibuat Himpun",
                                                 "This file is not a form made by Himpun"};

}  // namespace himpun::app
