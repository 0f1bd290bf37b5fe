#include "adapters/sheets/sheets.h"

#include <algorithm>
#include <array>

#include "adapters/sheets/csv/workbook.h"
#include "adapters/sheets/csv/writer.h"
#include "adapters/sheets/writing/book.h"
#include "adapters/sheets/writing/form.h"
#include "adapters/sheets/writing/rows.h"
#include "adapters/sheets/xlsx/workbook.h"
#include "app/ports/sheet_refusals.h"
#include "base/text.h"

namespace himpun::sheets {
namespace {

constexpr std::string_view zip_magic{"PK\x03\x04", 4};
constexpr std::string_view empty_zip_magic{"PK\x05\x06", 4};
constexpr std::string_view ole_magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
constexpr std::string_view pdf_magic{"%PDF-"};
constexpr std::array<std::string_view, 2> utf16_marks{"\xFF\xFE", "\xFE\xFF"};

/// Many systems hand out web pages and XML under the name .xls.
bool is_markup(std::string_view start) {
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  auto const text = lower_ascii(trim(start.substr(0, 512)));
  constexpr std::array<std::string_view, 6> openings{"<?xml", "<html", "<!doctype", "<table", "<meta", "<workbook"};
  return std::ranges::any_of(openings, [&](auto opening) { return text.starts_with(opening); });
}

Result<void> refuse_other_kinds(std::string_view start, app::SheetReading const& reading) {
  if (start.starts_with(ole_magic)) {
    return refuse_file(
        app::sheet_kind_unsupported, reading,
        {"ini berkas .xls lama, atau .xlsx yang berkata sandi. Buka di Excel atau LibreOffice, lalu Simpan "
         "Sebagai \"Excel Workbook (.xlsx)\" tanpa kata sandi.",
         "this is an old .xls file, or an .xlsx with a password. Open it in Excel or LibreOffice and Save "
         "As \"Excel Workbook (.xlsx)\" without a password."});
  }
  if (is_markup(start)) {
    return refuse_file(app::sheet_kind_unsupported, reading,
                       {"ini halaman web atau XML, walaupun mungkin bernama .xls. Buka di Excel, lalu Simpan Sebagai "
                        "\"Excel Workbook (.xlsx)\".",
                        "this is a web page or XML, even if it is named .xls. Open it in Excel and Save As \"Excel "
                        "Workbook (.xlsx)\"."});
  }
  if (start.starts_with(pdf_magic)) {
    return refuse_file(app::sheet_kind_unsupported, reading,
                       {"ini PDF. Kirim lembar kerjanya sebagai .xlsx atau CSV.",
                        "this is a PDF. Send the spreadsheet as .xlsx or CSV."});
  }
  if (std::ranges::any_of(utf16_marks, [&](auto mark) { return start.starts_with(mark); })) {
    return refuse_file(app::sheet_encoding, reading,
                       {"teksnya UTF-16 (\"Unicode Text\"). Simpan sebagai \"CSV UTF-8\".",
                        "its text is UTF-16 (\"Unicode Text\"). Save it as \"CSV UTF-8\"."});
  }
  return {};
}

Result<std::unique_ptr<app::Workbook>> open(Input input) {
  auto const start = first_bytes(input);
  if (!start) return std::unexpected(start.error());
  if (start->empty()) {
    return refuse_file(app::sheet_broken, input.reading, {"kosong. Unggah ulang.", "it is empty. Upload it again."});
  }
  if (start->starts_with(zip_magic) || start->starts_with(empty_zip_magic)) return open_xlsx(std::move(input));
  if (auto known = refuse_other_kinds(*start, input.reading); !known) return std::unexpected(known.error());
  return open_csv(std::move(input));
}

class FileSheets final : public app::Sheets {
 public:
  explicit FileSheets(std::string temporary_folder) : temporary_folder_(std::move(temporary_folder)) {}

  Result<std::unique_ptr<app::Workbook>> open_file(std::string const& path, app::SheetReading reading) override {
    return open({FilePath{path}, std::move(reading)});
  }
  Result<std::unique_ptr<app::Workbook>> open_bytes(std::string bytes, app::SheetReading reading) override {
    return open({FileBytes{std::move(bytes)}, std::move(reading)});
  }
  std::unique_ptr<app::RowWriter> write_xlsx(std::string path, app::SheetLayout layout) override {
    return xlsx_writer(std::move(path), std::move(layout), temporary_folder_);
  }
  std::unique_ptr<app::RowWriter> write_csv(app::ByteSink sink, app::CsvLayout layout) override {
    return csv_writer(std::move(sink), std::move(layout));
  }
  void write_form(std::string const& path, app::SheetForm const& form) override { write_form_workbook(path, form); }
  void write_book(std::string const& path, app::SheetBook const& book) override { write_book_workbook(path, book); }

 private:
  std::string temporary_folder_;
};

}  // namespace

std::unique_ptr<app::Sheets> with_files(std::string temporary_folder) {
  return std::make_unique<FileSheets>(std::move(temporary_folder));
}

}  // namespace himpun::sheets
