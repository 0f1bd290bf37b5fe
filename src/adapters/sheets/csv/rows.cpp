#include "adapters/sheets/csv/rows.h"

#include <algorithm>
#include <limits>

#include "app/ports/sheet_refusals.h"
#include "base/text.h"

namespace himpun::sheets {
namespace {

bool is_ascii(std::string_view text) {
  unsigned char bits = 0;
  for (char const c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

bool names_separator(std::string_view start) {
  return start.size() > 5 && lower_ascii(start.substr(0, 4)) == "sep=" && (start[5] == '\r' || start[5] == '\n');
}

Words not_utf8() {
  return {
      "hurufnya bukan UTF-8 (mungkin Windows-1252). Di Excel pilih Simpan Sebagai \"CSV UTF-8\", di LibreOffice pilih "
      "pengodean \"Unicode (UTF-8)\".",
      "its text is not UTF-8 (perhaps Windows-1252). In Excel choose Save As \"CSV UTF-8\", in LibreOffice the "
      "encoding \"Unicode (UTF-8)\"."};
}

}  // namespace

char find_separator(std::string_view start) {
  if (names_separator(start)) return start[4];
  std::int64_t semicolons = 0, tabs = 0, commas = 0;
  bool is_quoted = false;
  for (char const c : start) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == '\n' || c == '\r') break;
    semicolons += c == ';' ? 1 : 0;
    tabs += c == '\t' ? 1 : 0;
    commas += c == ',' ? 1 : 0;
  }
  if (semicolons >= tabs && semicolons >= commas) return ';';
  return tabs >= commas ? '\t' : ',';
}

/// The first piece: the byte order mark goes, the separator is settled.
std::string_view CsvRows::begin(std::string_view piece) {
  if (piece.starts_with(utf8_mark)) piece.remove_prefix(utf8_mark.size());
  is_separator_row_ = names_separator(piece);
  separator_ =
      reading_.separator == app::CsvSeparator::found ? find_separator(piece) : static_cast<char>(reading_.separator);
  return piece;
}

Result<void> CsvRows::feed(std::string_view piece) {
  bytes_ += static_cast<std::int64_t>(piece.size());
  if (bytes_ > reading_.limits.entry_bytes) {
    auto const most = spell_bytes(reading_.limits.entry_bytes);
    return refuse_file(app::sheet_too_large, reading_,
                       {"lebih dari " + most + ". Bagi menjadi beberapa berkas.",
                        "more than " + most + ". Split it into several files."});
  }
  if (piece.find('\0') != std::string_view::npos) {
    return refuse_file(app::sheet_kind_unsupported, reading_,
                       {"ini bukan teks CSV ber-UTF-8. Simpan sebagai .xlsx atau \"CSV UTF-8\".",
                        "this is no CSV text in UTF-8. Save it as .xlsx or \"CSV UTF-8\"."});
  }
  auto rest = separator_ == 0 ? begin(piece) : piece;
  while (!rest.empty()) {
    if (auto stepped = step(rest); !stepped) return stepped;
  }
  return {};
}

Result<void> CsvRows::step(std::string_view& rest) {
  if (is_after_return_) {
    is_after_return_ = false;
    if (rest.front() == '\n') {
      rest.remove_prefix(1);
      return {};
    }
  }
  if (state_ == State::quoted) {
    take_quoted(rest);
    return check_size();
  }
  if (state_ == State::quote_seen) return step_after_quote(rest);
  char const c = rest.front();
  if (c == separator_ || c == '\n' || c == '\r') {
    rest.remove_prefix(1);
    if (c == separator_) return end_field();
    is_after_return_ = c == '\r';
    return end_row();
  }
  if (state_ == State::field_start && c == '"') {
    state_ = State::quoted;
    was_quoted_ = true;
    quote_line_ = line_;
    rest.remove_prefix(1);
    return {};
  }
  state_ = State::plain;
  take_plain(rest);
  return check_size();
}

/// A quote inside a plain field is a character like others, as spreadsheets have it.
void CsvRows::take_plain(std::string_view& rest) {
  auto const end = std::ranges::find_if(rest, [&](char c) { return c == separator_ || c == '\n' || c == '\r'; });
  auto const count = static_cast<std::size_t>(end - rest.begin());
  field_ += rest.substr(0, count);
  rest.remove_prefix(count);
}

void CsvRows::take_quoted(std::string_view& rest) {
  auto const end = rest.find_first_of("\"\r\n");
  field_ += rest.substr(0, end);
  rest.remove_prefix(std::min(end, rest.size()));
  if (rest.empty()) return;
  if (rest.front() == '"') {
    state_ = State::quote_seen;
  } else {
    is_after_return_ = rest.front() == '\r';
    field_ += '\n';
    ++line_;
  }
  rest.remove_prefix(1);
}

Result<void> CsvRows::step_after_quote(std::string_view& rest) {
  char const c = rest.front();
  if (c == '"') {
    field_ += '"';
    state_ = State::quoted;
    rest.remove_prefix(1);
    return {};
  }
  if (c == separator_ || c == '\n' || c == '\r') {
    state_ = State::plain;
    return {};
  }
  return refuse_here(app::sheet_csv_invalid,
                     {"ada teks setelah tanda kutip penutup. Tulis tanda kutip di dalam teks dua kali (\"\").",
                      "text follows a closing quote. Write a quote inside a text twice (\"\")."});
}

Result<void> CsvRows::check_size() const {
  if (static_cast<std::int64_t>(field_.size()) <= reading_.limits.cell_bytes) return {};
  auto const quote = std::to_string(quote_line_);
  if (!was_quoted_) {
    return refuse_here(app::sheet_too_large, {"teks terlalu panjang untuk satu sel. Pendekkan.",
                                              "the text is too long for one cell. Shorten it."});
  }
  return refuse_here(
      app::sheet_too_large,
      {"teks terlalu panjang untuk satu sel; mungkin tanda kutip pembuka di baris " + quote + " tidak ditutup.",
       "the text is too long for one cell; perhaps the quote opened in line " + quote + " is not closed."});
}

Result<void> CsvRows::end_field() {
  if (!is_ascii(field_) && !is_utf8(field_)) return refuse_here(app::sheet_encoding, not_utf8());
  auto const column = static_cast<std::int32_t>(row_.cells.size()) + 1;
  if (column > app::most_sheet_columns || ++summary_.cells > reading_.limits.cells) {
    return refuse_here(app::sheet_too_large,
                       {"terlalu banyak sel. Bagi menjadi beberapa berkas, dan periksa pemisah kolomnya.",
                        "there are too many cells. Split it into several files, and check the separator."});
  }
  auto& cell = row_.cells.emplace_back();
  cell.column = column;
  cell.kind = field_.empty() ? app::CellKind::blank : app::CellKind::text;
  cell.text = field_;
  field_.clear();
  state_ = State::field_start;
  was_quoted_ = false;
  return {};
}

/// An empty line is a row without cells: it counts, and is not handed over. The line "sep=;" is no row at all.
Result<void> CsvRows::end_row() {
  ++line_;
  if (is_separator_row_) {
    is_separator_row_ = false;
    row_.cells.clear();
    field_.clear();
    state_ = State::field_start;
    return {};
  }
  if (row_.number == std::numeric_limits<std::int32_t>::max()) {
    return refuse_here(app::sheet_too_large, {"terlalu banyak baris.", "there are too many rows."});
  }
  ++row_.number;
  bool const is_empty = row_.cells.empty() && field_.empty() && !was_quoted_;
  if (is_empty) return {};
  if (auto ended = end_field(); !ended) return ended;
  ++summary_.rows;
  auto taken = sink_(row_);
  row_.cells.clear();
  return taken;
}

Result<app::SheetSummary> CsvRows::finish() {
  if (state_ == State::quoted) {
    return refuse_here(app::sheet_csv_invalid,
                       {"tanda kutip yang dibuka di baris " + std::to_string(quote_line_) + " tidak ditutup.",
                        "the quote opened in line " + std::to_string(quote_line_) + " is not closed."});
  }
  bool const has_rest = !row_.cells.empty() || !field_.empty() || was_quoted_;
  if (has_rest && !is_separator_row_) {
    if (auto ended = end_row(); !ended) return std::unexpected(ended.error());
  }
  return summary_;
}

std::unexpected<Problem> CsvRows::refuse_here(ProblemType const& type, Words const& what) const {
  auto const field = row_.cells.size() + 1;
  auto const place = std::to_string(line_) + ", ";
  auto problem = file_problem(type, reading_,
                              {"baris " + place + "kolom " + std::to_string(field) + ": " + what.id,
                               "line " + place + "field " + std::to_string(field) + ": " + what.en});
  problem.where = SourcePosition{reading_.name, static_cast<int>(std::min<std::int64_t>(line_, 2'000'000'000)),
                                 static_cast<int>(field)};
  return std::unexpected(std::move(problem));
}

}  // namespace himpun::sheets
