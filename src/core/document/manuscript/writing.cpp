#include "core/document/manuscript/manuscript.h"

namespace himpun::document {
namespace {

bool is_bold(Emphasis emphasis) { return emphasis == Emphasis::bold || emphasis == Emphasis::bold_italic; }
bool is_italic(Emphasis emphasis) { return emphasis == Emphasis::italic || emphasis == Emphasis::bold_italic; }

/// The stars between two looks.
std::string stars(Emphasis before, Emphasis after) {
  std::size_t const italic = is_italic(before) != is_italic(after) ? 1 : 0;
  std::size_t const bold = is_bold(before) != is_bold(after) ? 2 : 0;
  return std::string(italic + bold, '*');
}

/// A line that would read as something else than words gets a backslash before what makes it so.
std::string guarded(std::string const& line) {
  if (line.starts_with('#') || line.starts_with("- ")) return "\\" + line;
  auto const digits = line.find_first_not_of("0123456789");
  if (digits != std::string::npos && digits > 0 && line.substr(digits).starts_with(". ")) {
    return line.substr(0, digits) + "\\" + line.substr(digits);
  }
  return line;
}

std::string escaped(std::string const& text) {
  std::string out;
  for (char const c : text) {
    if (c == '\\' || c == '*' || c == '|') out += '\\';
    out += c;
  }
  return out;
}

std::string to_text(Spans const& spans) {
  std::string text;
  auto look = Emphasis::none;
  for (auto const& span : spans) {
    text += stars(look, span.emphasis) + escaped(span.text);
    look = span.emphasis;
  }
  return text + stars(look, Emphasis::none);
}

/// Every line of `text` guarded; lines after the first begin with `indent`.
std::string to_lines(std::string const& text, std::string const& indent = {}) {
  std::string out;
  std::size_t begin = 0;
  for (;;) {
    auto const end = text.find('\n', begin);
    out += guarded(text.substr(begin, end == std::string::npos ? end : end - begin));
    if (end == std::string::npos) return out;
    out += "\n" + indent;
    begin = end + 1;
  }
}

struct Writer {
  std::string out;

  void part(std::string const& text) {
    if (!out.empty()) out += "\n";
    out += text + "\n";
  }

  void operator()(Heading const& heading) {
    part(std::string(static_cast<std::size_t>(heading.level), '#') + " " + to_text(heading.text));
  }
  void operator()(Paragraph const& paragraph) { part(to_lines(to_text(paragraph.text))); }
  void operator()(List const& list) {
    std::string text;
    int number = 0;
    for (auto const& item : list.items) {
      std::string const indent(static_cast<std::size_t>(item.depth) * 2, ' ');
      number = item.number > 0 ? item.number : number + 1;
      if (!text.empty()) text += "\n";
      text += indent + (item.kind == ListKind::bullets ? "- " : std::to_string(number) + ". ");
      text += to_lines(to_text(item.text), indent + "  ");
    }
    part(text);
  }
  void operator()(Table const& table) {
    std::string head = "|";
    std::string rule = "|";
    for (auto const& column : table.columns) {
      head += " " + escaped(column.title) + " |";
      rule += column.align == Align::centre ? ":-:|" : column.align == Align::end ? "--:|" : "---|";
    }
    auto text = head + "\n" + rule;
    for (auto const& row : table.rows) {
      text += "\n|";
      for (auto const& cell : row.cells) text += " " + to_text(cell.text) + " |";
    }
    part(text);
  }
  template <class Other>
  void operator()(Other const&) {}
};

}  // namespace

std::string write_manuscript(std::vector<Block> const& blocks) {
  Writer writer;
  for (auto const& block : blocks) std::visit(writer, block.what);
  return std::move(writer.out);
}

}  // namespace himpun::document
