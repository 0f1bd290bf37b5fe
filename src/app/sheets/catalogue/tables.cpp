#include "app/sheets/catalogue/tables.h"

namespace himpun::app {
namespace {

using enum Need;
using enum CellFormat;

constexpr char const* unit_hint = "Nama unit persis seperti pada daftar unit kantor.";
constexpr char const* target_hint =
    "Angka (12,5), pembilang/penyebut (3/232), predikat (BB atau BB (72)), atau rentang "
    "(10 sampai 20). Kosongkan bila tidak ada.";

constexpr char const* limit_hint = "Angka, misalnya 120, atau \"tanpa\". Kosong: mengikuti profil kantor.";

constexpr std::array<PeriodColumn, 18> all_periods{{
    {"tw1", "Triwulan I", PeriodKind::quarter, 1},
    {"tw2", "Triwulan II", PeriodKind::quarter, 2},
    {"tw3", "Triwulan III", PeriodKind::quarter, 3},
    {"tw4", "Triwulan IV", PeriodKind::quarter, 4},
    {"smt1", "Semester I", PeriodKind::semester, 1},
    {"smt2", "Semester II", PeriodKind::semester, 2},
    {"bln01", "Januari", PeriodKind::month, 1},
    {"bln02", "Februari", PeriodKind::month, 2},
    {"bln03", "Maret", PeriodKind::month, 3},
    {"bln04", "April", PeriodKind::month, 4},
    {"bln05", "Mei", PeriodKind::month, 5},
    {"bln06", "Juni", PeriodKind::month, 6},
    {"bln07", "Juli", PeriodKind::month, 7},
    {"bln08", "Agustus", PeriodKind::month, 8},
    {"bln09", "September", PeriodKind::month, 9},
    {"bln10", "Oktober", PeriodKind::month, 10},
    {"bln11", "November", PeriodKind::month, 11},
    {"bln12", "Desember", PeriodKind::month, 12},
}};

TableShape tree() {
  return {
      "Pohon kinerja",
      {{"kind", "Jenis", required, text, 14, "", node_kinds.all(), {"/node/kind"}},
       {"code", "Kode", required, text, 22, "Kode nomenklatur, misalnya 2.23.02.2.01.0018.", {}, {"/node/code"}},
       {"name", "Nama", required, text, 60, "", {}, {"/node/name"}},
       {"parent",
        "Kode induk",
        optional,
        text,
        22,
        "Kode satu tingkat di atasnya; kosong untuk tujuan.",
        {},
        {"/node/parent"}},
       {"owner", "Unit penanggung jawab", required, text, 36, unit_hint, {}, {"/node/owner"}},
       {"first_year", "Tahun mulai", required, general, 12, "", {}, {"/node/first_year"}},
       {"last_year", "Tahun akhir", optional, general, 12, "Kosongkan bila masih berlaku.", {}, {"/node/last_year"}}}};
}

std::vector<TableColumn> sheet_columns() {
  return {{"code", "Kode indikator", required, text, 16, "Kode buatan kantor, misalnya IKU-1.", {}, {"/indicator"}},
          {"node", "Kode pohon", required, text, 22, "Kode simpul pohon kinerja yang diukur.", {}, {"/node"}},
          {"name", "Nama indikator", required, text, 50, "", {}, {"/sheet/name"}},
          {"year", "Berlaku mulai", required, general, 12, "Tahun pertama lembar ini berlaku.", {}, {"/sheet/year"}},
          {"definition", "Definisi", optional, text, 50, "", {}, {"/sheet/definition"}},
          {"formula_words", "Cara menghitung", optional, text, 50, "", {}, {"/sheet/formula_words"}},
          {"unit_of_measure", "Satuan", required, text, 14, "", {}, {"/sheet/unit_of_measure"}},
          {"polarity", "Polaritas", required, text, 14, "", polarities.all(), {"/sheet/polarity"}},
          {"kind", "Jenis", optional, text, 14, "", indicator_kinds.all(), {"/sheet/kind"}},
          {"form", "Cara isi", required, text, 20, "", entry_forms.all(), {"/sheet/form"}}};
}

std::vector<TableColumn> more_sheet_columns() {
  return {
      {"formula", "Rumus", optional, text, 30, "Hanya untuk cara isi Rumus.", {}, {"/sheet/formula"}},
      {"inputs",
       "Masukan rumus",
       optional,
       text,
       40,
       "nama = keterangan (satuan), dipisah titik koma. Contoh: baru = Eksemplar baru (eksemplar)",
       {},
       {"/sheet/inputs"}},
      {"counting", "Penghitungan", optional, text, 14, "", countings.all(), {"/sheet/counting"}},
      {"multiplier",
       "Pengali",
       optional,
       general,
       10,
       "100 bila satuannya persen dan diisi pembilang/penyebut.",
       {},
       {"/sheet/multiplier"}},
      {"numerator", "Pembilang", optional, text, 30, "Apa yang dihitung pembilang.", {}, {"/sheet/numerator"}},
      {"denominator", "Penyebut", optional, text, 30, "", {}, {"/sheet/denominator"}},
      {"data_source", "Sumber data", optional, text, 30, "", {}, {"/sheet/data_source"}},
      {"provider", "Unit pengisi", required, text, 36, unit_hint, {}, {"/sheet/provider"}},
      {"responsible", "Penanggung jawab", optional, text, 36, "Nama jabatan.", {}, {"/sheet/responsible"}},
      {"reporting", "Pelaporan", required, text, 14, "", reportings.all(), {"/sheet/reporting"}},
      {"consolidation",
       "Konsolidasi",
       optional,
       text,
       14,
       "Kosong: mengikuti profil kantor.",
       consolidations.all(),
       {"/sheet/rules/consolidation"}},
      {"cap", "Batas atas (%)", optional, text, 14, limit_hint, {}, {"/sheet/rules/cap"}},
      {"floor", "Batas bawah (%)", optional, text, 14, limit_hint, {}, {"/sheet/rules/floor"}},
      {"zero_target",
       "Aturan target nol",
       optional,
       text,
       30,
       "\"tidak dihitung\", \"nol atau tidak\", atau tabel seperti 0=100; 5=50; lebih=0. Kosong: mengikuti profil.",
       {},
       {"/sheet/rules/zero_target"}},
      {"rating_scale",
       "Skala nilai",
       optional,
       text,
       18,
       "Nama skala pada profil kantor. Kosong: skala bawaan profil.",
       {},
       {"/sheet/rules/rating_scale"}},
      {"baseline", "Nilai awal", optional, text, 14, "", {}, {"/sheet/baseline"}},
      {"baseline_year", "Tahun nilai awal", optional, general, 14, "", {}, {"/sheet/baseline_year"}},
      {"evidence", "Data dukung wajib", optional, text, 40, "Dipisah titik koma.", {}, {"/sheet/required_evidence"}},
      {"weight", "Bobot", optional, general, 10, "", {}, {"/sheet/weight"}}};
}

TableShape indicators() {
  TableShape shape{"Indikator", sheet_columns()};
  auto more = more_sheet_columns();
  shape.columns.insert(shape.columns.end(), more.begin(), more.end());
  return shape;
}

TableShape targets() {
  TableShape shape{"Target",
                   {{"year", "Tahun", required, general, 10, "", {}, {"/year"}},
                    {"unit", "Unit perjanjian", required, text, 36, unit_hint, {}, {"/unit"}},
                    {"document",
                     "Nomor perjanjian",
                     required,
                     text,
                     24,
                     "Nomor perjanjian kinerja, atau dokumen perubahannya.",
                     {},
                     {"/revision/document"}},
                    {"date", "Tanggal perjanjian", required, date, 18, "", {}, {"/revision/date"}},
                    {"reason",
                     "Alasan perubahan",
                     optional,
                     text,
                     30,
                     "Wajib bila target yang sudah diperjanjikan diubah.",
                     {},
                     {"/revision/reason"}},
                    {"indicator", "Kode indikator", required, text, 16, "", {}, {"/indicator"}},
                    {"name", "Nama indikator", optional, text, 50, "Hanya keterangan.", {}, {}},
                    {"target", "Target tahun", required, text, 16, target_hint, {}, {"/target"}}}};
  for (auto const& each : all_periods) {
    shape.columns.push_back({each.key, each.title, optional, text, 14, target_hint, {}, {}});
  }
  return shape;
}

TableShape ceilings() {
  return {"Pagu",
          {{"year", "Tahun", required, general, 10, "", {}, {"/ceiling/year"}},
           {"code", "Kode", required, text, 22, "Kode program, kegiatan atau sub kegiatan.", {}, {"/ceiling/code"}},
           {"name", "Nama", required, text, 60, "", {}, {"/ceiling/name"}},
           {"unit", "Unit pengisi", required, text, 36, unit_hint, {}, {"/ceiling/unit"}},
           {"stage", "Tahap", required, text, 14, "", budget_stages.all(), {"/ceiling/stage"}},
           {"date", "Berlaku mulai tanggal", required, date, 18, "", {}, {"/ceiling/date"}},
           {"document", "Dokumen", optional, text, 24, "DPA atau DPPA.", {}, {"/ceiling/document"}},
           {"amount", "Pagu (Rp)", required, rupiah, 18, "", {}, {"/ceiling/amount"}},
           {"indicator",
            "Kode indikator",
            optional,
            text,
            16,
            "Indikator yang dibiayai, bila ditetapkan.",
            {},
            {"/ceiling/indicator"}}}};
}

TableShape figures() {
  return {"Angka tahun lalu",
          {{"indicator", "Kode indikator", required, text, 16, "", {}, {"/indicator"}},
           {"kind", "Jenis angka", required, text, 20, "", figure_kinds.all(), {"/kind"}},
           {"year", "Tahun", required, general, 10, "", {}, {"/figure/year"}},
           {"value", "Nilai", required, text, 16, target_hint, {}, {"/figure/target"}},
           {"source", "Sumber", required, text, 40, "Misalnya LKjIP 2024.", {}, {"/figure/source"}}}};
}

TableShape spendings() {
  return {"Anggaran tahun lalu",
          {{"code", "Kode", required, text, 22, "Kode program, kegiatan atau sub kegiatan.", {}, {"/spending/code"}},
           {"kind", "Jenis anggaran", required, text, 22, "", spending_kinds.all(), {"/kind"}},
           {"year", "Tahun", required, general, 10, "", {}, {"/spending/year"}},
           {"amount", "Jumlah (Rp)", required, rupiah, 18, "", {}, {"/spending/amount"}},
           {"source", "Sumber", required, text, 40, "Misalnya laporan realisasi anggaran 2024.", {},
            {"/spending/source"}}}};
}

}  // namespace

std::span<TableShape const> catalogue_tables() {
  static std::array<TableShape, 6> const tables{tree(), indicators(), targets(), ceilings(), figures(), spendings()};
  return tables;
}

std::span<PeriodColumn const> period_columns() { return all_periods; }

}  // namespace himpun::app
