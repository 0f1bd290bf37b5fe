#include <algorithm>

#include "base/text.h"
#include "core/document/manuscript/manuscript.h"

namespace himpun::document {
namespace {

constexpr std::size_t most_columns = 24;
constexpr int most_depth = 2;
constexpr int deepest_heading = 3;

struct Line {
  std::string text;  ///< trimmed
  int indent = 0;    ///< spaces before it
};

/// Lines without what cannot be printed; a tab counts as two spaces.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (auto const raw : split(text, '\n')) {
    std::string clean;
    for (char const c : raw) {
      if (c == '\t') clean += "  ";
      if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) clean += c;
    }
    auto const begin = std::min(clean.find_first_not_of(' '), clean.size());
    lines.push_back({std::string{trim(clean)}, static_cast<int>(begin)});
  }
  return lines;
}

/// Positions of the pipes that are not escaped.
std::vector<std::size_t> pipes_in(std::string_view text) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '|') {
      found.push_back(i);
    }
  }
  return found;
}

std::vector<std::string> cells_of(std::string_view text) {
  std::vector<std::string> cells;
  std::size_t begin = text.starts_with('|') ? 1 : 0;
  for (auto const at : pipes_in(text)) {
    if (at < begin) continue;
    bool const is_last_place = cells.size() + 1 == most_columns;
    if (is_last_place && at + 1 < text.size()) break;
    cells.emplace_back(trim(text.substr(begin, at - begin)));
    begin = at + 1;
  }
  if (begin < text.size()) cells.emplace_back(trim(text.substr(begin)));
  return cells;
}

int heading_level(std::string_view text) {
  auto const level = std::min(text.find_first_not_of('#'), text.size());
  bool const is_one = level >= 1 && level <= deepest_heading && level < text.size() && text[level] == ' ';
  return is_one ? static_cast<int>(level) : 0;
}

struct Marker {
  std::size_t length = 0;  ///< of "- " or "12. "; 0: no item
  ListKind kind = ListKind::bullets;
  int number = 0;
};

Marker marker_of(std::string_view text) {
  if (text.starts_with("- ")) return {2, ListKind::bullets, 0};
  std::size_t digits = 0;
  int number = 0;
  while (digits < text.size() && digits < 4 && text[digits] >= '0' && text[digits] <= '9') {
    number = number * 10 + (text[digits++] - '0');
  }
  if (number == 0 || text.front() == '0' || !text.substr(digits).starts_with(". ")) return {};
  return {digits + 2, ListKind::numbers, number};
}

std::optional<std::vector<Align>> rule_of(std::string_view text) {
  std::vector<Align> aligns;
  for (auto const& cell : cells_of(text)) {
    auto const dashes = cell.find_first_not_of(':') == std::string::npos ? "" : std::string{cell};
    if (dashes.find_first_not_of("-:") != std::string::npos || dashes.find("-") == std::string::npos) return {};
    bool const left = cell.front() == ':';
    bool const right = cell.back() == ':';
    aligns.push_back(left && right ? Align::centre : right ? Align::end : Align::start);
  }
  if (aligns.empty()) return std::nullopt;
  return aligns;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : lines_(lines_of(text)) {}

  std::vector<Block> read() {
    while (at_ < lines_.size()) {
      auto const& line = lines_[at_];
      if (line.text.empty()) {
        ++at_;
      } else if (auto const level = heading_level(line.text)) {
        auto text = read_spans(trim(std::string_view{line.text}.substr(static_cast<std::size_t>(level))));
        blocks_.push_back({Heading{level, {}, std::move(text)}});
        ++at_;
      } else if (begins_table(at_)) {
        read_table();
      } else if (marker_of(line.text).length > 0) {
        read_list();
      } else {
        read_paragraph();
      }
    }
    return std::move(blocks_);
  }

 private:
  /// A row is fenced by pipes; two lines or more with the same number of pipes between words are a table as well.
  [[nodiscard]] bool begins_table(std::size_t at) const {
    if (lines_[at].text.starts_with('|')) return true;
    auto const count = open_cells(at);
    return count > 1 && open_cells(at + 1) == count;
  }
  [[nodiscard]] std::size_t open_cells(std::size_t at) const {
    if (at >= lines_.size()) return 0;
    auto const& text = lines_[at].text;
    if (text.find(" | ") == std::string::npos || text.starts_with('|')) return 0;
    return pipes_in(text).size() + 1;
  }

  void read_table() {
    bool const is_fenced = lines_[at_].text.starts_with('|');
    auto const count = open_cells(at_);
    std::vector<std::vector<std::string>> rows;
    std::vector<Align> aligns;
    for (; at_ < lines_.size(); ++at_) {
      auto const& text = lines_[at_].text;
      if (is_fenced ? !text.starts_with('|') : open_cells(at_) != count) break;
      auto const rule = rows.size() == 1 && aligns.empty() ? rule_of(text) : std::nullopt;
      if (rule) {
        aligns = *rule;
      } else {
        rows.push_back(cells_of(text));
      }
    }
    blocks_.push_back({make_table(rows, aligns)});
  }

  static Table make_table(std::vector<std::vector<std::string>> const& rows, std::vector<Align> const& aligns) {
    std::size_t width = 1;
    for (auto const& row : rows) width = std::max(width, row.size());
    Table table;
    for (std::size_t i = 0; i < width; ++i) {
      auto const title = i < rows.front().size() ? words_of(read_spans(rows.front()[i])) : std::string{};
      table.columns.push_back({title, i < aligns.size() ? aligns[i] : Align::start, 0, {}});
    }
    for (std::size_t r = 1; r < rows.size(); ++r) {
      Row row;
      for (std::size_t i = 0; i < width; ++i) {
        row.cells.push_back({i < rows[r].size() ? read_spans(rows[r][i]) : Spans{}, 1});
      }
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  void read_list() {
    List list;
    std::vector<std::string> texts;
    for (; at_ < lines_.size() && !lines_[at_].text.empty(); ++at_) {
      auto const& line = lines_[at_];
      auto const marker = marker_of(line.text);
      if (marker.length > 0) {
        int const deepest = list.items.empty() ? 0 : list.items.back().depth + 1;
        list.items.push_back({{}, std::min({line.indent / 2, deepest, most_depth}), marker.kind, marker.number});
        texts.emplace_back(trim(std::string_view{line.text}.substr(marker.length)));
      } else if (line.indent >= 2 && heading_level(line.text) == 0 && !begins_table(at_)) {
        texts.back() += "\n" + line.text;
      } else {
        break;
      }
    }
    for (std::size_t i = 0; i < texts.size(); ++i) list.items[i].text = read_spans(texts[i]);
    blocks_.push_back({std::move(list)});
  }

  void read_paragraph() {
    auto text = lines_[at_++].text;
    for (; at_ < lines_.size(); ++at_) {
      auto const& next = lines_[at_].text;
      if (next.empty() || heading_level(next) > 0 || marker_of(next).length > 0 || begins_table(at_)) break;
      text += "\n" + next;
    }
    blocks_.push_back({Paragraph{read_spans(text), Align::justify}});
  }

  std::vector<Line> lines_;
  std::size_t at_ = 0;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> read_manuscript(std::string_view text) { return Reader{text}.read(); }

}  // namespace himpun::document
