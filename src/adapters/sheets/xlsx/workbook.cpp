#include "adapters/sheets/xlsx/workbook.h"

#include <algorithm>

#include "adapters/sheets/xlsx/package.h"
#include "adapters/sheets/xlsx/rows.h"
#include "adapters/sheets/xlsx/styles.h"
#include "app/ports/sheet_refusals.h"

namespace himpun::sheets {
namespace {

std::string names_of(std::vector<SheetPart> const& sheets) {
  std::string names;
  for (auto const& sheet : sheets) {
    if (sheet.info.visibility == app::SheetVisibility::hidden) continue;
    names += (names.empty() ? "\"" : ", \"") + sheet.info.name + "\"";
  }
  return names;
}

class XlsxWorkbook final : public app::Workbook {
 public:
  explicit XlsxWorkbook(Input input) : input_(std::move(input)) {}

  Result<void> open() {
    auto archive = Archive::open(input_);
    if (!archive) return std::unexpected(archive.error());
    archive_.emplace(std::move(*archive));
    auto package = read_package(*archive_);
    if (!package) return std::unexpected(package.error());
    package_ = std::move(*package);
    for (auto const& sheet : package_.sheets) sheets_.push_back(sheet.info);
    return open_shared_parts();
  }

  std::vector<app::SheetInfo> const& sheets() const override { return sheets_; }

  Result<app::SheetSummary> read(std::string_view name, app::RowSink const& sink) override {
    auto const found = std::ranges::find_if(package_.sheets, [&](SheetPart const& sheet) {
      return name.empty() ? sheet.info.visibility == app::SheetVisibility::shown : sheet.info.name == name;
    });
    if (found == package_.sheets.end()) return refuse_missing(name);
    SheetRows rows{{input_.reading, found->info.name, texts_, styles_, package_.dates}};
    auto read = read_xml(*archive_, found->part, rows, [&] { return rows.hand_over(sink); });
    if (!read) return std::unexpected(read.error());
    return rows.summary();
  }

 private:
  Result<void> open_shared_parts() {
    if (!package_.styles.empty()) {
      auto styles = read_styles(*archive_, package_.styles);
      if (!styles) return std::unexpected(styles.error());
      styles_ = std::move(*styles);
    }
    if (!package_.shared_texts.empty()) {
      auto texts = read_shared_texts(*archive_, package_.shared_texts);
      if (!texts) return std::unexpected(texts.error());
      texts_ = std::move(*texts);
    }
    return {};
  }

  [[nodiscard]] std::unexpected<Problem> refuse_missing(std::string_view name) const {
    auto const wanted = std::string{name};
    auto const names = names_of(package_.sheets);
    return refuse_file(app::sheet_not_found, input_.reading,
                       {"tidak ada lembar \"" + wanted + "\". Yang ada: " + names + ". Beri nama lembarnya \"" +
                            wanted + "\" atau pilih yang lain.",
                        "there is no sheet \"" + wanted + "\". There are: " + names + ". Name the sheet \"" + wanted +
                            "\" or choose another one."});
  }

  Input input_;
  std::optional<Archive> archive_;
  Package package_;
  std::vector<app::SheetInfo> sheets_;
  std::vector<app::NumberStyle> styles_;
  SharedTexts texts_;
};

}  // namespace

Result<std::unique_ptr<app::Workbook>> open_xlsx(Input input) {
  auto workbook = std::make_unique<XlsxWorkbook>(std::move(input));
  if (auto opened = workbook->open(); !opened) return std::unexpected(opened.error());
  return workbook;
}

}  // namespace himpun::sheets
