#pragma once
// The ways in which a procedure file can be wrong.

#include "base/problem.h"

namespace himpun::procedure {

#define HIMPUN_READER_PROBLEM(name, id, en) \
  inline constexpr ProblemType name { "procedure." #name, ProblemKind::invalid, id, en }

HIMPUN_READER_PROBLEM(key_unknown, "Kunci tidak dikenal", "Unknown key");
HIMPUN_READER_PROBLEM(key_missing, "Kunci wajib belum ada", "A required key is missing");
HIMPUN_READER_PROBLEM(type_wrong, "Bentuk isian salah", "The value has the wrong shape");
HIMPUN_READER_PROBLEM(value_empty, "Isian kosong", "The value is empty");
HIMPUN_READER_PROBLEM(value_too_long, "Isian terlalu panjang", "The value is too long");
HIMPUN_READER_PROBLEM(too_many_items, "Daftar terlalu panjang", "The list is too long");
HIMPUN_READER_PROBLEM(word_unknown, "Pilihan tidak dikenal", "Unknown choice");
HIMPUN_READER_PROBLEM(kind_unknown, "Jenis langkah tidak dikenal", "Unknown kind of step");
HIMPUN_READER_PROBLEM(id_malformed, "Pengenal tidak dapat dipakai", "The identifier cannot be used");
HIMPUN_READER_PROBLEM(id_reserved, "Pengenal ini sudah berarti lain", "This identifier means something else");
HIMPUN_READER_PROBLEM(id_duplicate, "Pengenal dipakai dua kali", "The identifier is used twice");
HIMPUN_READER_PROBLEM(named_twice, "Disebut dua kali", "Named twice");
HIMPUN_READER_PROBLEM(actor_unknown, "Pelaksana tidak dikenal", "Unknown performer");
HIMPUN_READER_PROBLEM(step_unknown, "Langkah tidak dikenal", "Unknown step");
HIMPUN_READER_PROBLEM(paper_unknown, "Naskah tidak dikenal", "Unknown paper");
HIMPUN_READER_PROBLEM(time_unreadable, "Waktu tidak dapat dibaca", "The time limit cannot be read");
HIMPUN_READER_PROBLEM(keys_conflict, "Isian saling bertentangan", "The values contradict each other");
HIMPUN_READER_PROBLEM(join_not_served, "Langkah menunggu sesuatu yang tidak pernah diserahkan",
                      "The step waits for something that is never handed over");
HIMPUN_READER_PROBLEM(return_not_back, "Pengembalian harus ke langkah sebelumnya",
                      "A return must go to an earlier step");

#undef HIMPUN_READER_PROBLEM

}  // namespace himpun::procedure
