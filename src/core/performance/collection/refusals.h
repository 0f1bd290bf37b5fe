#pragma once
// Every way in which a collection says no. Codes are stable; the words are for the people who read them.

#include "base/problem.h"

namespace himpun::performance {

inline constexpr ProblemType collection_unknown{"collection.unknown", ProblemKind::not_found,
                                                "Pengumpulan data belum dibuka",
                                                "This collection of data has not been opened"};
inline constexpr ProblemType collection_invalid{"collection.invalid", ProblemKind::invalid,
                                                "Pengumpulan data belum lengkap", "The collection is incomplete"};
inline constexpr ProblemType collection_frozen{"collection.frozen", ProblemKind::conflict,
                                               "Angka sudah dikunci; perubahan hanya lewat pembetulan",
                                               "The figures are frozen; they change only by a correction"};
inline constexpr ProblemType collection_not_frozen{"collection.not_frozen", ProblemKind::conflict,
                                                   "Angka belum dikunci; ubah langsung pada formulirnya",
                                                   "The figures are not frozen; change them in the form"};
inline constexpr ProblemType collection_incomplete{"collection.incomplete", ProblemKind::conflict,
                                                   "Masih ada baris yang belum diterima",
                                                   "Some rows have not been accepted"};
inline constexpr ProblemType form_not_yours{"collection.form_not_yours", ProblemKind::forbidden,
                                            "Formulir ini bukan milik unit Anda", "This is not your unit's form"};
inline constexpr ProblemType review_not_yours{"collection.review_not_yours", ProblemKind::forbidden,
                                              "Anda tidak memeriksa data ini", "You do not review these data"};
inline constexpr ProblemType freeze_not_yours{"collection.freeze_not_yours", ProblemKind::forbidden,
                                              "Anda tidak berwenang mengunci angka",
                                              "You have no authority to freeze the figures"};
inline constexpr ProblemType row_unknown{"row.unknown", ProblemKind::not_found, "Baris tidak ada pada formulir ini",
                                         "There is no such row in this form"};
inline constexpr ProblemType row_changed{"row.changed", ProblemKind::stale, "Baris ini sudah diubah orang lain",
                                         "Somebody else has changed this row"};
inline constexpr ProblemType row_locked{"row.locked", ProblemKind::conflict, "Baris ini sudah dikirim atau diterima",
                                        "This row was sent or accepted already"};
inline constexpr ProblemType row_not_submitted{"row.not_submitted", ProblemKind::conflict, "Baris ini belum dikirim",
                                               "This row has not been sent"};
inline constexpr ProblemType entry_invalid{"row.entry_invalid", ProblemKind::invalid, "Isian belum benar",
                                           "The entry is not right"};
inline constexpr ProblemType form_has_errors{"form.has_errors", ProblemKind::conflict,
                                             "Formulir masih berisi kesalahan", "The form still has errors"};
inline constexpr ProblemType form_empty{"form.nothing_to_send", ProblemKind::conflict,
                                        "Tidak ada baris yang perlu dikirim", "There is nothing to send"};
inline constexpr ProblemType form_not_owed{"form.not_owed", ProblemKind::conflict,
                                           "Formulir ini tidak sedang ditunggu",
                                           "This form is not being waited for"};
inline constexpr ProblemType comment_missing{"row.comment_missing", ProblemKind::invalid, "Catatan belum diisi",
                                             "The comment is missing"};
inline constexpr ProblemType reason_missing{"row.reason_missing", ProblemKind::invalid, "Alasan belum diisi",
                                            "The reason is missing"};
inline constexpr ProblemType warning_unknown{"row.warning_unknown", ProblemKind::conflict,
                                             "Peringatan ini tidak sedang berlaku", "There is no such warning now"};
inline constexpr ProblemType error_not_waivable{"row.error_not_waivable", ProblemKind::conflict,
                                                "Kesalahan tidak dapat dilewati dengan alasan",
                                                "An error cannot be passed over with a reason"};
inline constexpr ProblemType evidence_invalid{"evidence.invalid", ProblemKind::invalid, "Data dukung belum lengkap",
                                              "The evidence is incomplete"};
inline constexpr ProblemType evidence_unknown{"evidence.unknown", ProblemKind::not_found, "Data dukung tidak ditemukan",
                                              "There is no such evidence"};

}  // namespace himpun::performance
