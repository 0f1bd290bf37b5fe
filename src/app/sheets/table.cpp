#include "app/sheets/table.h"

#include <algorithm>

#include "base/suggest.h"
#include "base/text.h"

namespace himpun::app {
namespace {

constexpr std::int32_t last_heading_row = 20;
constexpr ProblemType enough_read{"import.enough_read", ProblemKind::invalid, "", ""};  ///< ends a reading early

/// Titles are compared without regard to case, line ends and repeated spaces.
std::string plain_title(std::string_view text) {
  std::string plain;
  for (char const c : lower_ascii(trim(text))) {
    bool const is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_space) plain += c;
    if (is_space && !plain.ends_with(' ')) plain += ' ';
  }
  return plain;
}

struct Heading {
  std::int32_t row = 0;
  std::vector<std::pair<std::string, std::int32_t>> titles;  ///< as written, with their columns
};

/// For each column of the shape where its title stands.
std::vector<std::int32_t> places_of(TableShape const& shape, Heading const& heading) {
  std::vector<std::int32_t> places(shape.columns.size(), 0);
  for (std::size_t i = 0; i < shape.columns.size(); ++i) {
    auto const wanted = plain_title(shape.columns[i].title);
    for (auto const& [title, column] : heading.titles) {
      if (places[i] == 0 && plain_title(title) == wanted) places[i] = column;
    }
  }
  return places;
}

std::size_t count_found(std::vector<std::int32_t> const& places) {
  return static_cast<std::size_t>(std::ranges::count_if(places, [](std::int32_t each) { return each != 0; }));
}

bool is_complete(TableShape const& shape, std::vector<std::int32_t> const& places) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (shape.columns[i].need == Need::required && places[i] == 0) return false;
  }
  return true;
}

Heading heading_in(Row const& row) {
  Heading heading{row.number, {}};
  for (auto const& cell : row.cells) {
    if (cell.kind == CellKind::text && !trim(cell.text).empty()) heading.titles.emplace_back(cell.text, cell.column);
  }
  return heading;
}

std::vector<std::string> titles_of(TableShape const& shape) {
  std::vector<std::string> titles;
  for (auto const& column : shape.columns) titles.push_back(column.title);
  return titles;
}

/// The shape that the row's titles fit best, and how many of its columns are there.
std::pair<std::size_t, std::size_t> best_shape(std::span<TableShape const> shapes, Heading const& heading) {
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    auto const places = places_of(shapes[i], heading);
    auto const score = count_found(places) * 2 + (is_complete(shapes[i], places) ? 1 : 0);
    if (score > best.second) best = {i, score};
  }
  return best;
}

Problem at_heading(SheetReading const& file, std::string const& sheet, Heading const& heading, Words const& words) {
  Problem problem{.type = &table_unknown};
  auto const where = "\"" + file.name + "\", lembar " + sheet + ", baris " + std::to_string(heading.row) + ": ";
  auto const where_en = "\"" + file.name + "\", sheet " + sheet + ", row " + std::to_string(heading.row) + ": ";
  problem.detail = {"Berkas " + where + words.id, "File " + where_en + words.en};
  return problem;
}

Result<FoundTable> found_table(SheetReading const& file, std::string const& sheet, TableShape const& shape,
                               std::size_t index, Heading const& heading) {
  FoundTable table{sheet, index, heading.row, places_of(shape, heading)};
  auto const known = titles_of(shape);
  for (auto const& [title, column] : heading.titles) {
    if (std::ranges::find(table.places, column) != table.places.end()) continue;
    auto const hint = suggest(title, known);
    return std::unexpected(at_heading(
        file, sheet, heading,
        {"kolom \"" + title + "\" tidak dikenal." + hint.id, "the column \"" + title + "\" is not known." + hint.en}));
  }
  for (std::size_t i = 0; i < shape.columns.size(); ++i) {
    if (shape.columns[i].need == Need::optional || table.places[i] != 0) continue;
    auto const& title = shape.columns[i].title;
    return std::unexpected(at_heading(file, sheet, heading,
                                      {"kolom \"" + title + "\" belum ada. Unduh templatnya untuk susunan kolom.",
                                       "the column \"" + title + "\" is missing. Download the template."}));
  }
  return table;
}

/// The row of this sheet with most titles in common with a table.
struct BestRow {
  Heading heading;
  std::size_t shape = 0;
  std::size_t score = 0;
};

Result<BestRow> best_row(Workbook& workbook, std::string const& sheet, std::span<TableShape const> shapes) {
  BestRow best;
  auto const read = workbook.read(sheet, [&](Row const& row) -> Result<void> {
    if (row.number > last_heading_row) return refuse(enough_read);
    auto const heading = heading_in(row);
    auto const [shape, score] = best_shape(shapes, heading);
    if (score > best.score) best = {heading, shape, score};
    return {};
  });
  if (!read && !read.error().is(enough_read)) return std::unexpected(read.error());
  return best;
}

/// The pointer itself, or something below it.
bool lies_at(std::string_view pointer, std::string_view place) {
  if (!pointer.starts_with(place)) return false;
  return pointer.size() == place.size() || pointer[place.size()] == '/';
}

}  // namespace

Result<std::vector<FoundTable>> find_tables(Workbook& workbook, SheetReading const& file,
                                            std::span<TableShape const> shapes) {
  std::vector<FoundTable> tables;
  for (auto const& [sheet, visibility] : workbook.sheets()) {
    if (visibility == SheetVisibility::hidden) continue;
    auto const best = best_row(workbook, sheet, shapes);
    if (!best) return std::unexpected(best.error());
    constexpr std::size_t two_titles = 4;
    if (best->score < two_titles) continue;  // a page of instructions
    auto table = found_table(file, sheet, shapes[best->shape], best->shape, best->heading);
    if (!table) return std::unexpected(table.error());
    tables.push_back(std::move(*table));
  }
  if (!tables.empty()) return tables;
  return refuse(table_unknown, {"Berkas \"" + file.name + "\": tidak ada tabel yang dikenali. Unduh templatnya.",
                                "File \"" + file.name + "\": no table is known. Download the template."});
}

TableRow::TableRow(TableShape const& shape, FoundTable const& table, Row const& row)
    : shape_(&shape), sheet_(table.sheet), number_(row.number), places_(table.places) {
  cells_.reserve(places_.size());
  for (auto const place : places_) cells_.push_back(place == 0 ? blank_cell() : row.at(place));
}

TableColumn const* TableRow::column(std::string_view key) const {
  auto const found = std::ranges::find(shape_->columns, key, &TableColumn::key);
  return found == shape_->columns.end() ? nullptr : &*found;
}

bool TableRow::has(std::string_view key) const {
  auto const* found = column(key);
  return found && places_[static_cast<std::size_t>(found - shape_->columns.data())] != 0;
}

Cell const& TableRow::cell(std::string_view key) const {
  static Cell const blank{};
  auto const* found = column(key);
  return found ? cells_[static_cast<std::size_t>(found - shape_->columns.data())] : blank;
}

std::string TableRow::text(std::string_view key) { return read(key, text_in); }
std::optional<Decimal> TableRow::decimal(std::string_view key) { return read(key, decimal_in); }
std::optional<std::int32_t> TableRow::whole(std::string_view key) { return read(key, whole_in); }
std::optional<Date> TableRow::date(std::string_view key) { return read(key, date_in); }

void TableRow::fault(std::string_view key, Words words) {
  auto const* found = column(key);
  faults_.push_back({found ? found->title : std::string{}, std::move(words)});
}

void TableRow::take_over(Problem const& problem) {
  if (problem.fields.empty()) {
    Words words{std::string{problem.type->title_id}, std::string{problem.type->title_en}};
    if (!problem.detail.id.empty()) words.id += ". " + problem.detail.id, words.en += ". " + problem.detail.en;
    faults_.push_back({"", std::move(words)});
  }
  for (auto const& field : problem.fields) {
    auto const about = std::ranges::find_if(shape_->columns, [&](TableColumn const& each) {
      return std::ranges::any_of(each.pointers, [&](auto const& pointer) { return lies_at(field.pointer, pointer); });
    });
    faults_.push_back({about == shape_->columns.end() ? std::string{} : about->title, field.message});
  }
}

Result<void> read_table(Workbook& workbook, FoundTable const& table, TableShape const& shape,
                        std::function<Result<void>(TableRow)> const& sink) {
  auto const read = workbook.read(table.sheet, [&](Row const& row) -> Result<void> {
    if (row.number <= table.heading_row || std::ranges::all_of(row.cells, is_blank)) return {};
    return sink(TableRow{shape, table, row});
  });
  if (!read) return std::unexpected(read.error());
  return {};
}

std::string say_faults(std::vector<TableRow::Fault> const& faults, Language language) {
  std::vector<std::string> said;
  for (auto const& each : faults) {
    auto const kolom = language == Language::english ? "Column " : "Kolom ";
    said.push_back((each.column.empty() ? std::string{} : kolom + each.column + ": ") + say(each.words, language));
  }
  return join(said, " ");
}

}  // namespace himpun::app
