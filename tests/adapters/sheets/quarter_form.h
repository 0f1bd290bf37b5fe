#pragma once
// The form that a division fills each quarter, for tests: two indicators, one of them a ratio.

#include "app/ports/sheet_form.h"

namespace himpun::sheets::test {

inline app::FormColumn asked(std::string key, std::string title, app::CellFormat format) {
  return {.key = std::move(key), .title = std::move(title), .use = app::CellUse::input, .format = format};
}

inline std::vector<app::FormColumn> quarter_columns() {
  using namespace std::chrono;
  using app::CellFormat;
  auto amount = [](std::string key, std::string title, CellFormat format) {
    auto column = asked(std::move(key), std::move(title), format);
    column.numbers = app::NumberBounds{.least = "0"};
    column.hint = "Isi dengan angka. Kosong berarti belum ada, 0 berarti nol.";
    return column;
  };
  auto available = asked("ketersediaan", "Ketersediaan", CellFormat::text);
  available.choices = {"Tersedia", "Tidak tersedia"};
  auto until = asked("tanggal", "Tanggal tindak lanjut", CellFormat::date);
  until.dates = app::DateBounds{sys_days{2026y / 1 / 1}, sys_days{2027y / 12 / 31}};
  return {{.key = "indikator", .title = "Indikator", .width_characters = 40},
          {.key = "satuan", .title = "Satuan"},
          {.key = "target", .title = "Target", .format = CellFormat::decimal},
          {.key = "sebelumnya", .title = "Nilai sebelumnya", .format = CellFormat::decimal},
          available,
          amount("realisasi", "Realisasi", CellFormat::decimal),
          amount("pembilang", "Pembilang", CellFormat::decimal),
          amount("penyebut", "Penyebut", CellFormat::decimal),
          {.key = "pagu", .title = "Pagu", .format = CellFormat::rupiah},
          amount("anggaran", "Realisasi anggaran", CellFormat::rupiah),
          asked("pendorong", "Faktor pendorong", CellFormat::text),
          asked("penghambat", "Faktor penghambat", CellFormat::text),
          asked("tindak_lanjut", "Tindak lanjut", CellFormat::text),
          asked("penanggung_jawab", "Penanggung jawab", CellFormat::text),
          until,
          asked("bukti", "Data dukung", CellFormat::text),
          asked("catatan", "Catatan", CellFormat::text)};
}

inline app::SheetForm quarter_form() {
  using app::number_cell;
  using app::text_cell;
  app::SheetForm form{.stamp = {"quarterly-figures", "1", "01JREQUEST"}, .title = "Pengumpulan Data Kinerja"};
  form.facts = {{"Bidang", "Perpustakaan"}, {"Triwulan", "I Tahun 2026"}};
  form.columns = quarter_columns();
  form.fixed_columns = 1;
  form.rows = {
      {"ind-1",
       {text_cell("Persentase pemustaka yang puas"), text_cell("Persen"), number_cell("93.75"), number_cell("91.2")},
       {"realisasi"}},
      {"ind-2",
       {text_cell("Jumlah naskah kuno yang dilestarikan"), text_cell("Naskah"), number_cell("12"), number_cell("9")},
       {"pembilang", "penyebut"}}};
  form.instructions = {"Isi sel berwarna kuning.", "Simpan sebagai .xlsx, lalu unggah kembali."};
  return form;
}

}  // namespace himpun::sheets::test
