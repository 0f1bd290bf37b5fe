#include "core/document/sheet/measure.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/text.h"
#include "core/document/sheet/symbols.h"

namespace himpun::document {
namespace {

/// Advance widths of the characters from space to tilde, in 2048ths of the size.
constexpr std::array<short, 95> advances{
    463,  667,  821,  1020, 1038, 1464, 1397, 452,  621,  621,  1020, 1020, 511,  627,  517,  791,   // space .. /
    1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 548,  548,  1020, 1020, 1020, 949,   // 0 .. ?
    1831, 1185, 1114, 1092, 1260, 1000, 941,  1292, 1276, 516,  653,  1064, 861,  1751, 1322, 1356,  // @ .. O
    1058, 1378, 1112, 941,  998,  1314, 1162, 1822, 1063, 998,  959,  628,  791,  628,  1020, 1020,  // P .. _
    596,  981,  1076, 866,  1076, 1019, 625,  964,  1076, 470,  490,  931,  470,  1636, 1076, 1080,  // ` .. o
    1076, 1076, 714,  801,  686,  1076, 925,  1464, 887,  927,  809,  644,  943,  644,  1020};       // p .. ~
constexpr int units = 2048;
constexpr int other_width = 1100;

int width_of_character(unsigned char c) {
  if (c >= 0x80 && c < 0xC0) return 0;  // goes on with the one before
  return c >= ' ' && c <= '~' ? advances[c - ' '] : other_width;
}

/// Pieces that stay together: a word with the space or hyphen after it.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && text[i] != '-' && text[i] != '/') continue;
    pieces.push_back(text.substr(begin, i + 1 - begin));
    begin = i + 1;
  }
  if (begin < text.size()) pieces.push_back(text.substr(begin));
  return pieces;
}

/// The longest beginning of `word` that fits, at least one character.
std::size_t fitting(std::string_view word, int width, int font) {
  std::size_t end = 1;
  while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
  for (auto next = end; next < word.size(); ++next) {
    if ((static_cast<unsigned char>(word[next]) & 0xC0) == 0x80) continue;
    if (width_of(word.substr(0, next), font) > width) break;
    end = next;
  }
  return end;
}

void wrap_line(std::vector<std::string>& lines, std::string_view text, int width, int font) {
  std::string line;
  for (auto piece : pieces_of(text)) {
    if (!line.empty() && width_of(line, font) + width_of(trim(piece), font) > width) {
      lines.emplace_back(trim(line));
      line.clear();
    }
    while (width_of(trim(piece), font) > width) {
      auto const end = fitting(piece, width, font);
      lines.emplace_back(piece.substr(0, end));
      piece.remove_prefix(end);
    }
    line += piece;
  }
  lines.emplace_back(trim(line));
}

int lines_high(std::string_view text, int column, SheetMeasure const& measure, int font) {
  return static_cast<int>(wrap(text, column - 2 * measure.padding - 6, font).size());
}

/// Rows of steps on one page when it may be `room` high: the first step of every further page.
std::vector<int> breaks_within(std::vector<int> const& heights, int room, int break_height) {
  std::vector<int> starts;
  int used = 0;
  int const count = static_cast<int>(heights.size());
  for (int i = 0; i < count; ++i) {
    int const opening = starts.empty() ? 0 : break_height;
    int const closing = i + 1 < count ? break_height : 0;
    if (used > 0 && used + heights[static_cast<std::size_t>(i)] + opening + closing > room) {
      starts.push_back(i);
      used = 0;
    }
    used += heights[static_cast<std::size_t>(i)];
  }
  return starts;
}

/// The lowest page that needs no more pages than the highest: pages then end up about equally full.
std::vector<int> even_breaks(std::vector<int> const& heights, int room, int break_height) {
  auto const most = breaks_within(heights, room, break_height);
  int low = std::accumulate(heights.begin(), heights.end(), 0) / static_cast<int>(most.size() + 1);
  int high = room;
  while (low + 10 < high) {
    int const half = (low + high) / 2;
    (breaks_within(heights, half, break_height).size() > most.size() ? low : high) = half;
  }
  return breaks_within(heights, high, break_height);
}

}  // namespace

int width_of(std::string_view text, int font) {
  int total = 0;
  for (char const c : text) total += width_of_character(static_cast<unsigned char>(c));
  return total * font / units;
}

std::vector<std::string> wrap(std::string_view text, int width, int font) {
  std::vector<std::string> lines;
  for (auto const line : split(text, '\n')) wrap_line(lines, trim(line), std::max(width, font), font);
  return lines;
}

SheetMeasure measure_sheet(std::size_t performers, PageSize size) {
  SheetMeasure measure;
  measure.page_width = size == PageSize::a4 ? 8419 : 9354;  // 297 and 330 mm
  measure.page_height = size == PageSize::a4 ? 5953 : 6094;
  int const count = std::max(static_cast<int>(performers), 1);
  int const content = measure.page_width - 2 * measure.margin;
  int const performer = std::clamp(430 / count, 60, 90);
  int const number = 30;
  int const time = 58;
  int const rest = 1000 - number - time - performer * count;
  std::vector<int> shares{number, rest * 42 / 100};
  shares.insert(shares.end(), static_cast<std::size_t>(count), performer);
  shares.insert(shares.end(), {rest * 20 / 100, time, rest * 20 / 100, rest * 18 / 100});
  for (auto const share : shares) measure.widths.push_back(content * share / 1000);
  measure.symbol_width = std::min(380, measure.widths[2] * 60 / 100);
  return measure;
}

int drawing_height(SheetRow const& row, SheetMeasure const& measure) {
  int height = row.kind == RowKind::step ? measure.row_height : measure.break_height;
  for (auto const& cell : row.cells) height = std::max(height, label_room(cell, measure));
  return height;
}

int height_of(SheetRow const& row, SheetMeasure const& measure) {
  if (row.kind != RowKind::step) return measure.break_height;
  auto const& widths = measure.widths;
  auto const last = widths.size() - 1;
  int const lines = std::max({lines_high(row.activity, widths[1], measure, measure.font),
                              lines_high(join(row.inputs, "; "), widths[last - 3], measure, measure.font),
                              lines_high(row.time, widths[last - 2], measure, measure.font),
                              lines_high(join(row.outputs, "; "), widths[last - 1], measure, measure.font),
                              lines_high(row.remark, widths[last], measure, measure.font)});
  return std::max(drawing_height(row, measure), lines * measure.line + 2 * measure.padding);
}

int head_height(SopSheet const& sheet, SheetMeasure const& measure) {
  int lines = 1;
  for (auto const& name : sheet.columns) {
    // Bold is a little wider.
    lines = std::max(lines, lines_high(name, measure.widths[2], measure, measure.font * 93 / 100));
  }
  return measure.line + 2 * measure.padding + lines * measure.line * 9 / 10 + 2 * measure.padding;
}

SopSheet lay_out_for_print(procedure::Procedure const& procedure, PageSize size) {
  auto sheet = lay_out_sheet(procedure);
  auto const measure = measure_sheet(sheet.columns.size(), size);
  std::vector<int> heights;
  for (auto const& row : sheet.pages.front().rows) heights.push_back(height_of(row, measure));
  int const title_height = 480;
  int const room = measure.page_height - 2 * measure.margin - title_height - head_height(sheet, measure) - 60;
  auto const all = std::accumulate(heights.begin(), heights.end(), 0);
  if (all <= room) return sheet;
  return lay_out_sheet(procedure, even_breaks(heights, room, measure.break_height));
}

}  // namespace himpun::document
