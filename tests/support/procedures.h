#pragma once
// Procedures for tests: the shipped ones, and small ones written in the words of the file format.

#include <gtest/gtest.h>

#include <string>

#include "core/procedure/reader.h"
#include "support/files.h"

namespace himpun::test {

inline constexpr char const* seed_path = "procedures/pengumpulan-data-kinerja.yaml";

/// Reads a procedure that must be right.
[[nodiscard]] inline procedure::Procedure read_valid(std::string const& text) {
  auto read = procedure::read_procedure(text, "uji.yaml");
  if (read) return std::move(read->procedure);
  for (auto const& problem : read.error()) {
    ADD_FAILURE() << problem.where->line << ": " << problem.type->code << ": " << problem.detail.en;
  }
  return {};
}

[[nodiscard]] inline procedure::Procedure read_shipped(std::string const& path) {
  return read_valid(read_source_file(path));
}

/// A procedure with two columns (a, b), a paper `n` and these rows; nothing about its identity is suspicious.
[[nodiscard]] inline std::string with_rows(std::string const& rows) {
  return R"(prosedur: uji
nomor: 1/UJI
nama: Uji
unit: Dinas Uji
tanggal: {pembuatan: 2 Januari 2025, revisi: "-", pengesahan: 3 Januari 2025, efektif: 6 Januari 2025}
disahkan_oleh: {jabatan: Kepala, nama: N, pangkat: Pembina (IV/a), nip: "190001011900011001"}
peringatan: [Hati-hati]
pelaksana: {a: Kepala, b: Staf}
naskah: {n: Laporan}
langkah:
)" + rows;
}

/// One row: `row("tulis", "tugas", "b", "naskah: n")`.
[[nodiscard]] inline std::string row(std::string const& id, std::string const& kind, std::string const& performer,
                                     std::string const& more = "") {
  return "  - {id: " + id + ", jenis: " + kind + ", aktivitas: Mengerjakan, pelaksana: " + performer +
         ", waktu: 1 hari, output: [Hasil " + id + "]" + (more.empty() ? "" : ", " + more) + "}\n";
}

}  // namespace himpun::test
