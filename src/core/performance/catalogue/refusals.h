#pragma once
// Every way in which the catalogue says no. Codes are stable; the words are for the people who read them.

#include "base/problem.h"

namespace himpun::performance {

inline constexpr ProblemType catalogue_not_yours{"catalogue.not_yours", ProblemKind::forbidden,
                                                 "Anda tidak berwenang mengubah katalog kinerja",
                                                 "You may not change the performance catalogue"};
inline constexpr ProblemType node_invalid{"node.invalid", ProblemKind::invalid, "Pohon kinerja belum benar",
                                          "The planning tree is not right"};
inline constexpr ProblemType node_code_taken{"node.code_taken", ProblemKind::conflict, "Kode ini sudah dipakai",
                                             "This code is already in use"};
inline constexpr ProblemType sheet_invalid{"indicator.invalid", ProblemKind::invalid, "Lembar indikator belum benar",
                                           "The indicator's sheet is not right"};
inline constexpr ProblemType agreement_invalid{"agreement.invalid", ProblemKind::invalid,
                                               "Perjanjian kinerja belum benar",
                                               "The performance agreement is not right"};
inline constexpr ProblemType agreement_unknown{"agreement.unknown", ProblemKind::not_found,
                                               "Perjanjian kinerja tidak ditemukan",
                                               "There is no such performance agreement"};
inline constexpr ProblemType agreement_exists{"agreement.exists", ProblemKind::conflict,
                                              "Unit ini sudah punya perjanjian kinerja tahun itu; buat revisinya",
                                              "This unit has an agreement for that year; make a revision"};
inline constexpr ProblemType figure_invalid{"figure.invalid", ProblemKind::invalid, "Angka pembanding belum benar",
                                            "The figure to compare with is not right"};
inline constexpr ProblemType ceiling_invalid{"ceiling.invalid", ProblemKind::invalid, "Pagu anggaran belum benar",
                                             "The budget ceiling is not right"};
inline constexpr ProblemType catalogue_reason_missing{"catalogue.reason_missing", ProblemKind::invalid,
                                                      "Alasan belum diisi", "The reason is missing"};

}  // namespace himpun::performance
