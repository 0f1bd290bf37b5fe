// A filled form is found again whatever somebody did to its rows and columns.

#include "app/sheets/filled_form.h"

#include <gtest/gtest.h>

#include <map>

#include "app/ports/sheet_refusals.h"

namespace himpun::app {
namespace {

/// Sheets of texts, in memory.
class TextWorkbook final : public Workbook {
 public:
  using Table = std::vector<std::vector<std::string>>;
  explicit TextWorkbook(std::map<std::string, Table> sheets) : tables_(std::move(sheets)) {
    for (auto const& [name, table] : tables_) sheets_.push_back({name});
  }

  std::vector<SheetInfo> const& sheets() const override { return sheets_; }
  Result<SheetSummary> read(std::string_view name, RowSink const& sink) override {
    auto const found = tables_.find(std::string{name});
    if (found == tables_.end()) return refuse(sheet_not_found, {"tidak ada", "none"});
    Row row;
    for (auto const& texts : found->second) {
      ++row.number;
      row.cells.clear();
      for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].empty()) continue;
        row.cells.push_back(text_cell(texts[i]));
        row.cells.back().column = static_cast<std::int32_t>(i) + 1;
      }
      if (auto taken = sink(row); !taken) return std::unexpected(taken.error());
    }
    return SheetSummary{};
  }

 private:
  std::map<std::string, Table> tables_;
  std::vector<SheetInfo> sheets_;
};

SheetReading const file{"isian.xlsx"};
TextWorkbook::Table const stamp{
    {"himpun-form", "Isian"}, {"kind", "triwulan"}, {"version", "2"}, {"key", "permintaan-7"}};

Result<FilledForm> read(TextWorkbook::Table table) {
  TextWorkbook workbook{{{"Isian", std::move(table)}, {std::string{form_stamp_sheet}, stamp}}};
  return read_filled_form(workbook, file);
}

}  // namespace

TEST(FilledForm, IsReadByItsKeys) {
  auto const form = read({{"", "Judul"},
                          {"himpun-form", "satuan", "", "realisasi"},
                          {"", "Satuan", "", "Realisasi"},
                          {"ind-2", "Naskah", "", "9"},
                          {},
                          {"ind-1", "Persen"}});
  ASSERT_TRUE(form) << form.error().detail.id;
  EXPECT_EQ(form->stamp.kind, "triwulan");
  EXPECT_EQ(form->stamp.version, "2");
  EXPECT_EQ(form->stamp.key, "permintaan-7");
  ASSERT_EQ(form->rows.size(), 2U);
  EXPECT_EQ(form->rows[0].key, "ind-2");
  EXPECT_EQ(form->find(form->rows[0], "realisasi")->text, "9");
  auto const* blank = form->find(form->rows[1], "realisasi");
  EXPECT_EQ(blank->kind, CellKind::blank);
  EXPECT_EQ(cell_name(form->rows[1].number, blank->column), "D6");
}

TEST(FilledForm, NamesRowsThatSomebodyAdded) {
  auto const form = read({{"himpun-form", "nilai"}, {"", "Nilai"}, {"ind-1", "1"}, {"", "2"}});
  ASSERT_TRUE(form);
  EXPECT_EQ(form->foreign_rows, std::vector<std::int32_t>{4});
}

TEST(FilledForm, RefusesACopiedRowOrColumn) {
  auto const rows = read({{"himpun-form", "nilai"}, {}, {"ind-1", "1"}, {"ind-1", "2"}});
  ASSERT_FALSE(rows);
  EXPECT_NE(rows.error().detail.id.find("sel A4: baris atau kolom ini tersalin"), std::string::npos);
  EXPECT_FALSE(read({{"himpun-form", "nilai", "nilai"}, {"ind-1", "1", "2"}}));
}

TEST(FilledForm, RefusesWhatIsNoForm) {
  TextWorkbook plain{{{"Isian", {{"himpun-form", "nilai"}}}}};
  auto const unstamped = read_filled_form(plain, file);
  ASSERT_FALSE(unstamped);
  EXPECT_TRUE(unstamped.error().is(form_not_recognised));
  EXPECT_FALSE(read({{"Nilai"}, {"1"}}));
}

}  // namespace himpun::app
