#include "adapters/sheets/xlsx/package.h"

#include <algorithm>

#include "adapters/sheets/xlsx/xml.h"
#include "app/ports/sheet_refusals.h"
#include "base/text.h"

namespace himpun::sheets {
namespace {

constexpr std::size_t most_relationships = 10'000;
constexpr std::size_t most_sheets = 1'000;

struct Relationship {
  std::string id;
  std::string type;  ///< the last word of its URI: "worksheet"
  std::string part;
};

/// `target` as seen from the folder of `from`; empty when it leads out of the package.
std::string resolve(std::string_view from, std::string_view target) {
  std::vector<std::string> path;
  auto const walk = [&](std::string_view text) {
    for (auto const step : split(text, '/')) {
      if (step.empty() || step == ".") continue;
      if (step == ".." && path.empty()) return false;
      if (step == "..") {
        path.pop_back();
      } else {
        path.emplace_back(step);
      }
    }
    return true;
  };
  auto const slash = from.rfind('/');
  if (!target.starts_with('/') && slash != std::string_view::npos) walk(from.substr(0, slash));
  return walk(target) ? join(path, "/") : std::string{};
}

class RelationshipReader final : public XmlListener {
 public:
  RelationshipReader(app::SheetReading const& reading, std::string_view from) : reading_(reading), from_(from) {}

  void opened(std::string_view element, XmlAttributes const& attributes) override {
    if (element != "Relationship" || attributes.get("TargetMode") == "External") return;
    auto const type = attributes.get("Type");
    Relationship found{std::string{attributes.get("Id")}, std::string{type.substr(type.rfind('/') + 1)},
                       resolve(from_, attributes.get("Target"))};
    if (found.part.empty() || found_.size() >= most_relationships) {
      return stop(file_problem(app::sheet_unsafe, reading_,
                               {"hubungan antarbagian di dalamnya tidak wajar. Simpan ulang sebagai .xlsx.",
                                "the relations between its parts are not sound. Save it again as .xlsx."}));
    }
    found_.push_back(std::move(found));
  }
  std::vector<Relationship> take() { return std::move(found_); }

 private:
  app::SheetReading const& reading_;
  std::string from_;
  std::vector<Relationship> found_;
};

class ContentTypeReader final : public XmlListener {
 public:
  explicit ContentTypeReader(app::SheetReading const& reading) : reading_(reading) {}

  void opened(std::string_view, XmlAttributes const& attributes) override {
    if (lower_ascii(attributes.get("ContentType")).find("macroenabled") == std::string::npos) return;
    stop(macro_problem(reading_));
  }

  static Problem macro_problem(app::SheetReading const& reading) {
    return file_problem(app::sheet_kind_unsupported, reading,
                        {"memuat makro. Simpan sebagai \"Excel Workbook (.xlsx)\" tanpa makro.",
                         "it holds macros. Save it as \"Excel Workbook (.xlsx)\" without macros."});
  }

 private:
  app::SheetReading const& reading_;
};

class WorkbookReader final : public XmlListener {
 public:
  WorkbookReader(app::SheetReading const& reading, std::vector<Relationship> const& relationships)
      : reading_(reading), relationships_(relationships) {}

  void opened(std::string_view element, XmlAttributes const& attributes) override {
    if (element == "workbookPr" && attributes.is_on("date1904")) package_.dates = DateSystem::from_1904;
    if (element == "sheet") add_sheet(attributes);
  }
  Package take() { return std::move(package_); }

 private:
  void add_sheet(XmlAttributes const& attributes) {
    auto const id = attributes.relationship();
    auto const found = std::ranges::find(relationships_, id, &Relationship::id);
    if (found == relationships_.end() || found->type != "worksheet") return;  // a chart or macro sheet has no rows
    std::string const name{attributes.get("name")};
    bool const is_known = std::ranges::any_of(
        package_.sheets, [&](SheetPart const& sheet) { return lower_ascii(sheet.info.name) == lower_ascii(name); });
    if (name.empty() || is_known || package_.sheets.size() >= most_sheets) {
      return stop(
          file_problem(app::sheet_broken, reading_,
                       {"nama lembar kosong, kembar, atau terlalu banyak. Simpan ulang sebagai .xlsx.",
                        "a sheet's name is empty or used twice, or there are too many. Save it again as .xlsx."}));
    }
    auto const state = attributes.get("state");
    bool const is_hidden = state == "hidden" || state == "veryHidden";
    package_.sheets.push_back(
        {{name, is_hidden ? app::SheetVisibility::hidden : app::SheetVisibility::shown}, found->part});
  }

  app::SheetReading const& reading_;
  std::vector<Relationship> const& relationships_;
  Package package_;
};

Result<std::vector<Relationship>> relationships_of(Archive const& archive, std::string const& part) {
  auto const slash = part.rfind('/');
  auto const folder = slash == std::string::npos ? std::string{} : part.substr(0, slash + 1);
  auto const name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  RelationshipReader reader{archive.reading(), part};
  if (auto read = read_xml(archive, name, reader); !read) return std::unexpected(read.error());
  return reader.take();
}

std::string part_of_type(std::vector<Relationship> const& relationships, std::string_view type) {
  auto const found = std::ranges::find(relationships, type, &Relationship::type);
  return found == relationships.end() ? std::string{} : found->part;
}

Result<void> refuse_other_kinds(Archive const& archive) {
  auto const& reading = archive.reading();
  if (archive.has("content.xml") && archive.has("META-INF/manifest.xml")) {
    return refuse_file(app::sheet_kind_unsupported, reading,
                       {"ini berkas OpenDocument (.ods). Di LibreOffice pilih Simpan Sebagai, jenis "
                        "\"Excel 2007-365 (.xlsx)\".",
                        "this is an OpenDocument file (.ods). In LibreOffice choose Save As, type "
                        "\"Excel 2007-365 (.xlsx)\"."});
  }
  if (archive.has("xl/workbook.bin")) {
    return refuse_file(
        app::sheet_kind_unsupported, reading,
        {"ini buku kerja biner (.xlsb). Di Excel pilih Simpan Sebagai, jenis \"Excel Workbook (.xlsx)\".",
         "this is a binary workbook (.xlsb). In Excel choose Save As, type \"Excel Workbook (.xlsx)\"."});
  }
  bool const has_macros = std::ranges::any_of(
      archive.entries(), [](auto const& entry) { return entry.first.find("vbaproject") != std::string::npos; });
  if (has_macros) return std::unexpected(ContentTypeReader::macro_problem(reading));
  if (archive.has("[Content_Types].xml")) {
    ContentTypeReader types{reading};
    return read_xml(archive, "[Content_Types].xml", types);
  }
  return refuse_file(app::sheet_kind_unsupported, reading,
                     {"ini bukan buku kerja .xlsx.", "this is no .xlsx workbook."});
}

}  // namespace

Result<Package> read_package(Archive const& archive) {
  if (auto known = refuse_other_kinds(archive); !known) return std::unexpected(known.error());
  auto const roots = relationships_of(archive, "");
  if (!roots) return std::unexpected(roots.error());
  auto const workbook = part_of_type(*roots, "officeDocument");
  auto const relationships = relationships_of(archive, workbook);
  if (!relationships) return std::unexpected(relationships.error());
  WorkbookReader reader{archive.reading(), *relationships};
  if (auto read = read_xml(archive, workbook, reader); !read) return std::unexpected(read.error());
  auto package = reader.take();
  if (package.sheets.empty()) {
    return refuse_file(app::sheet_kind_unsupported, archive.reading(),
                       {"tidak ada lembar kerja di dalamnya.", "there is no worksheet in it."});
  }
  package.styles = part_of_type(*relationships, "styles");
  package.shared_texts = part_of_type(*relationships, "sharedStrings");
  return package;
}

}  // namespace himpun::sheets
