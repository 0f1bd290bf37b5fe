#include "adapters/sheets/csv/workbook.h"

#include "adapters/sheets/csv/rows.h"
#include "app/ports/sheet_refusals.h"

namespace himpun::sheets {
namespace {

class CsvWorkbook final : public app::Workbook {
 public:
  explicit CsvWorkbook(Input input) : input_(std::move(input)) {}

  std::vector<app::SheetInfo> const& sheets() const override { return sheets_; }

  Result<app::SheetSummary> read(std::string_view name, app::RowSink const& sink) override {
    if (!name.empty() && name != csv_sheet) {
      return refuse_file(app::sheet_not_found, input_.reading,
                         {"berkas CSV hanya mempunyai satu lembar.", "a CSV file has only one sheet."});
    }
    CsvRows rows{input_.reading, sink};
    if (auto read = read_input(input_, [&](std::string_view piece) { return rows.feed(piece); }); !read) {
      return std::unexpected(read.error());
    }
    return rows.finish();
  }

 private:
  Input input_;
  std::vector<app::SheetInfo> sheets_{{std::string{csv_sheet}}};
};

}  // namespace

std::unique_ptr<app::Workbook> open_csv(Input input) { return std::make_unique<CsvWorkbook>(std::move(input)); }

}  // namespace himpun::sheets
