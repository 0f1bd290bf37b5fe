#pragma once
// Every way in which a case says no. Codes are stable; the words are for the people who read them.

#include "base/problem.h"

namespace himpun::workflow {

inline constexpr ProblemType case_unknown{"case.unknown", ProblemKind::not_found, "Berkas tidak ditemukan",
                                          "There is no such case"};
inline constexpr ProblemType case_changed{"case.changed", ProblemKind::stale, "Berkas ini sudah berubah",
                                          "This case has changed in the meantime"};
inline constexpr ProblemType case_closed{"case.closed", ProblemKind::conflict, "Berkas ini sudah ditutup",
                                         "This case is closed"};
inline constexpr ProblemType case_suspended{"case.suspended", ProblemKind::conflict, "Berkas ini sedang ditangguhkan",
                                            "This case is suspended"};
inline constexpr ProblemType case_not_suspended{"case.not_suspended", ProblemKind::conflict,
                                                "Berkas ini tidak sedang ditangguhkan", "This case is not suspended"};
inline constexpr ProblemType case_not_yours{"case.not_yours", ProblemKind::forbidden,
                                            "Anda tidak berwenang atas berkas ini",
                                            "You have no authority over this case"};
inline constexpr ProblemType title_missing{"case.title_missing", ProblemKind::invalid, "Judul berkas belum diisi",
                                           "The case's title is missing"};
inline constexpr ProblemType period_invalid{"case.period_invalid", ProblemKind::invalid, "Periode tidak benar",
                                            "The period is not right"};
inline constexpr ProblemType origin_incomplete{"case.origin_incomplete", ProblemKind::invalid,
                                               "Asal berkas belum lengkap", "What started the case is incomplete"};
inline constexpr ProblemType start_unknown{"case.start_unknown", ProblemKind::invalid, "Langkah awal tidak dikenal",
                                           "There is no such starting step"};
inline constexpr ProblemType actor_unassigned{"case.actor_unassigned", ProblemKind::conflict,
                                              "Pelaksana belum ditetapkan", "A performer has not been assigned"};
inline constexpr ProblemType reason_missing{"case.reason_missing", ProblemKind::invalid, "Alasan belum diisi",
                                            "The reason is missing"};
inline constexpr ProblemType event_unknown{"case.event_unknown", ProblemKind::invalid,
                                           "Catatan yang dikoreksi tidak ada", "There is no such entry to correct"};
inline constexpr ProblemType version_unknown{"case.version_unknown", ProblemKind::invalid,
                                             "Versi prosedur tidak dikenal atau bukan yang lebih baru",
                                             "That version of the procedure is unknown or not newer"};
inline constexpr ProblemType version_unfit{"case.version_unfit", ProblemKind::conflict,
                                           "Berkas tidak dapat dipindahkan ke versi itu",
                                           "The case cannot be moved to that version"};

inline constexpr ProblemType task_unknown{"task.unknown", ProblemKind::not_found, "Tugas tidak ditemukan",
                                          "There is no such task"};
inline constexpr ProblemType task_not_yours{"task.not_yours", ProblemKind::forbidden, "Tugas ini bukan tugas Anda",
                                            "This task is not yours"};
inline constexpr ProblemType task_closed{"task.closed", ProblemKind::conflict, "Tugas ini sudah selesai",
                                         "This task is already done"};
inline constexpr ProblemType task_changed{"task.changed", ProblemKind::stale, "Tugas ini sudah berubah",
                                          "This task has changed in the meantime"};
inline constexpr ProblemType task_other_action{"task.other_action", ProblemKind::conflict,
                                               "Tugas ini memerlukan tindakan lain", "This task needs another action"};
inline constexpr ProblemType input_missing{"task.input_missing", ProblemKind::conflict, "Kelengkapan belum lengkap",
                                           "Some inputs are missing"};
inline constexpr ProblemType input_unknown{"task.input_unknown", ProblemKind::invalid, "Kelengkapan tidak dikenal",
                                           "There is no such input"};
inline constexpr ProblemType output_missing{"task.output_missing", ProblemKind::conflict, "Keluaran belum ada",
                                            "The output is missing"};
inline constexpr ProblemType content_empty{"task.content_empty", ProblemKind::invalid, "Isi masih kosong",
                                           "The content is empty"};
inline constexpr ProblemType outcome_unknown{"task.outcome_unknown", ProblemKind::invalid,
                                             "Pilih salah satu hasil pemeriksaan", "Choose one of the outcomes"};
inline constexpr ProblemType return_unknown{"task.return_unknown", ProblemKind::conflict,
                                            "Tidak dapat dikembalikan ke langkah itu",
                                            "It cannot be returned to that step"};

inline constexpr ProblemType paper_missing{"paper.missing", ProblemKind::conflict, "Naskah belum ada",
                                           "There is no paper yet"};
inline constexpr ProblemType paper_changed{"paper.changed", ProblemKind::stale, "Naskah sudah berubah",
                                           "The paper has changed in the meantime"};
inline constexpr ProblemType paper_unchanged{"paper.unchanged", ProblemKind::conflict, "Naskah belum diperbaiki",
                                             "The paper has not been changed"};
inline constexpr ProblemType paper_not_signed{"paper.not_signed", ProblemKind::conflict, "Naskah belum ditandatangani",
                                              "The paper is not signed"};
inline constexpr ProblemType initials_void{"paper.initials_void", ProblemKind::conflict, "Ada paraf yang gugur",
                                           "Some initials are void"};
inline constexpr ProblemType duties_mixed{"paper.duties_mixed", ProblemKind::forbidden,
                                          "Pembuat, pemeriksa dan penanda tangan harus orang yang berbeda",
                                          "Maker, checker and signer must be different people"};
inline constexpr ProblemType password_needed{"paper.password_needed", ProblemKind::forbidden,
                                             "Kata sandi perlu diisi lagi", "The password is needed again"};

inline constexpr ProblemType disposition_incomplete{"disposition.incomplete", ProblemKind::invalid,
                                                    "Disposisi belum lengkap", "The disposition is incomplete"};
inline constexpr ProblemType disposition_read{"disposition.read", ProblemKind::conflict, "Disposisi sudah dibaca",
                                              "The disposition has already been read"};
inline constexpr ProblemType disposition_none{"disposition.none", ProblemKind::conflict,
                                              "Tidak ada disposisi yang dapat ditarik",
                                              "There is no disposition to withdraw"};

inline constexpr ProblemType answer_empty{"request.answer_empty", ProblemKind::invalid, "Jawaban masih kosong",
                                          "The answer is empty"};
inline constexpr ProblemType number_invalid{"request.number_invalid", ProblemKind::invalid, "Angka tidak benar",
                                            "A number is not right"};
inline constexpr ProblemType not_answered{"request.not_answered", ProblemKind::conflict, "Permintaan ini belum dijawab",
                                          "This request has not been answered"};
inline constexpr ProblemType answers_missing{"request.answers_missing", ProblemKind::conflict,
                                             "Masih ada bidang yang belum diterima datanya",
                                             "Some divisions' data have not been accepted"};

inline constexpr ProblemType recipients_invalid{"distribution.recipients_invalid", ProblemKind::invalid,
                                                "Penerima belum benar", "The recipients are not right"};
inline constexpr ProblemType not_distributed{"distribution.not_distributed", ProblemKind::conflict,
                                             "Naskah belum didistribusikan", "The paper has not been distributed"};
inline constexpr ProblemType receipts_missing{"distribution.receipts_missing", ProblemKind::conflict,
                                              "Masih ada penerima yang belum mengonfirmasi",
                                              "Some recipients have not confirmed receipt"};
inline constexpr ProblemType archive_incomplete{"archive.incomplete", ProblemKind::invalid,
                                                "Catatan arsip belum lengkap", "The archive entry is incomplete"};

}  // namespace himpun::workflow
