#include "app/sheets/form_cells.h"

#include <gtest/gtest.h>

#include "app/sheets/form_workbook.h"

namespace himpun::app {
namespace {

using performance::Entry;
using performance::EntryForm;
using performance::Sheet;

Sheet sheet_of(EntryForm form) {
  Sheet sheet{.form = form};
  if (form == EntryForm::derived) sheet.inputs = {{"baru", "Eksemplar baru", "eksemplar"}};
  return sheet;
}

Entry full_entry() {
  Entry entry;
  entry.drivers = "Layanan keliling";
  entry.obstacles = "Jaringan internet";
  entry.note = "Angka contoh";
  entry.follow_ups = {{"Menambah petugas", "Kepala Bidang", parse_date("2026-12-31")},
                      {"Melatih pengelola", "Sekretaris", std::nullopt},
                      {"Membeli rak", "", parse_date("2027-01-31")},
                      {"Ini tidak mempunyai kolom", "", std::nullopt}};
  return entry;
}

Entry read_back(Entry const& entry, Sheet const* sheet) {
  std::vector<TableRow::Fault> faults;
  auto const read = entry_in(cells_of(entry, sheet), sheet, entry, faults);
  EXPECT_TRUE(faults.empty()) << say_faults(faults, Language::indonesian);
  return read;
}

TEST(FormCells, ReadBackWhatTheyShowForEveryFormOfEntry) {
  auto number = full_entry(), ratio = full_entry(), predicate = full_entry(), derived = full_entry();
  number.value = performance::number_value(*parse_exact("1234.56"));
  ratio.value = performance::ratio_value(Decimal{2}, Decimal{232});
  predicate.value = performance::predicate_value("BB", Decimal{72});
  derived.parts = {{"baru", performance::number_value(Decimal{12})}};
  std::vector<std::pair<EntryForm, Entry>> const all{{EntryForm::number, number},
                                                     {EntryForm::ratio, ratio},
                                                     {EntryForm::predicate, predicate},
                                                     {EntryForm::derived, derived},
                                                     {EntryForm::number, Entry{}}};
  for (auto const& [form, entry] : all) {
    auto const sheet = sheet_of(form);
    EXPECT_EQ(read_back(entry, &sheet), entry);
  }
  Entry spent;
  spent.value = performance::number_value(Decimal{1'000'000});
  EXPECT_EQ(read_back(spent, nullptr), spent);
}

TEST(FormCells, KeepBlankZeroAndNotAvailableApart) {
  auto const sheet = sheet_of(EntryForm::number);
  Entry zero, missing;
  zero.value = performance::number_value(Decimal{0});
  missing.value = performance::not_available("Survei belum selesai");
  EXPECT_EQ(read_back(zero, &sheet), zero);
  EXPECT_EQ(read_back(missing, &sheet), missing);
  EXPECT_EQ(read_back(Entry{}, &sheet).value.kind, performance::ValueKind::blank);
}

TEST(FormCells, KnowARowThatNobodyTouched) {
  auto const sheet = sheet_of(EntryForm::number);
  auto entry = full_entry();
  auto cells = cells_of(entry, &sheet);
  auto const mark = mark_of(cells, &sheet);
  EXPECT_EQ(mark_of(cells, &sheet), mark);
  cells.main["realisasi"] = number_cell("0");
  EXPECT_NE(mark_of(cells, &sheet), mark);
}

TEST(FormCells, RefuseWhatWasNotAskedForAndWhatContradictsItself) {
  auto const sheet = sheet_of(EntryForm::ratio);
  EntryCells cells;
  cells.main["realisasi"] = number_cell("5");
  cells.main["ketersediaan"] = text_cell("Tidak tersedia");
  cells.main["pembilang"] = number_cell("5");
  std::vector<TableRow::Fault> faults;
  static_cast<void>(entry_in(cells, &sheet, {}, faults));
  ASSERT_EQ(faults.size(), 2u);
  EXPECT_EQ(faults[0].column, "Realisasi");
  EXPECT_EQ(faults[1].column, "Ketersediaan");
}

TEST(FormCells, WriteKeysThatAreReadBack) {
  FormRowKey const key{performance::RowKind::budget, "2.23.02.2.01.0018", 7, "0123456789ab", "baru"};
  auto const read = parse_row_key(write_row_key(key));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->kind, key.kind);
  EXPECT_EQ(read->subject, key.subject);
  EXPECT_EQ(read->revision, 7);
  EXPECT_EQ(read->mark, key.mark);
  EXPECT_EQ(read->part, "baru");
  for (auto const* text : {"", "indicator:IKU-1", "other:IKU-1@1~a", "indicator:IKU-1@x~a"}) {
    EXPECT_FALSE(parse_row_key(text)) << text;
  }
}

}  // namespace
}  // namespace himpun::app
