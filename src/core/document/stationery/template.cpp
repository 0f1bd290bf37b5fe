#include "core/document/stationery/template.h"

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "base/text.h"
#include "core/document/manuscript/manuscript.h"

namespace himpun::document {
namespace {

constexpr std::size_t most_template_bytes = 64 * 1024;
constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";

/// Pieces of a text: words and the names of fields between them. Braces that do not close are words.
template <class Words, class Field>
void for_each_piece(std::string_view text, Words words, Field field) {
  for (;;) {
    auto const begin = text.find(opening);
    auto const end = begin == std::string_view::npos ? begin : text.find(closing, begin);
    if (end == std::string_view::npos) return words(text);
    words(text.substr(0, begin));
    field(trim(text.substr(begin + opening.size(), end - begin - opening.size())));
    text.remove_prefix(end + closing.size());
  }
}

Words unknown_field(std::string_view name, std::span<TemplateField const> fields, int line) {
  std::vector<std::string> known;
  for (auto const& each : fields) known.emplace_back(each.name);
  auto const near = suggest(name, known);
  auto const place = std::to_string(line);
  return {"Baris " + place + ": isian {{" + std::string{name} + "}} tidak dikenal." + near.id,
          "Line " + place + ": there is no field {{" + std::string{name} + "}}." + near.en};
}

class Check {
 public:
  explicit Check(std::span<TemplateField const> fields) : fields_(fields) {}

  std::vector<FieldError> run(std::string_view text) {
    int line = 0;
    for (auto const each : split(text, '\n')) check_line(each, ++line);
    return std::move(errors_);
  }

 private:
  void check_line(std::string_view text, int line) {
    for_each_piece(
        text,
        [&](std::string_view words) {
          if (words.find(opening) == std::string_view::npos && words.find(closing) == std::string_view::npos) return;
          auto const place = std::to_string(line);
          errors_.push_back({"/text",
                             {"Baris " + place + ": kurung isian tidak berpasangan; tulis {{nama}}.",
                              "Line " + place + ": the braces of a field do not match; write {{name}}."}});
        },
        [&](std::string_view name) {
          if (std::ranges::find(fields_, name, &TemplateField::name) != fields_.end()) return;
          errors_.push_back({"/text", unknown_field(name, fields_, line)});
        });
  }

  std::span<TemplateField const> fields_;
  std::vector<FieldError> errors_;
};

class Filler {
 public:
  explicit Filler(Filling const& filling) : filling_(filling) {}

  std::vector<Block> fill(std::vector<Block> blocks) {
    std::vector<Block> filled;
    for (auto& block : blocks) {
      if (auto const* own = blocks_for(block)) {
        filled.insert(filled.end(), own->begin(), own->end());
      } else {
        std::visit(*this, block.what);
        filled.push_back(std::move(block));
      }
    }
    return filled;
  }

  void operator()(Heading& heading) { fill(heading.text); }
  void operator()(Paragraph& paragraph) { fill(paragraph.text); }
  void operator()(List& list) {
    for (auto& item : list.items) fill(item.text);
  }
  void operator()(Table& table) {
    for (auto& column : table.columns) column.title = filled(column.title);
    for (auto& row : table.rows) {
      for (auto& cell : row.cells) fill(cell.text);
    }
  }
  template <class Other>
  void operator()(Other&) {}

 private:
  std::vector<Block> const* blocks_for(Block const& block) const {
    auto const* paragraph = std::get_if<Paragraph>(&block.what);
    if (!paragraph || paragraph->text.size() != 1) return nullptr;
    std::string_view const text = trim(paragraph->text.front().text);
    if (!text.starts_with(opening) || text.find(closing) != text.size() - closing.size()) return nullptr;
    auto const found = filling_.blocks.find(trim(text.substr(2, text.size() - 4)));
    return found == filling_.blocks.end() ? nullptr : &found->second;
  }
  void fill(Spans& spans) {
    for (auto& span : spans) span.text = filled(span.text);
  }
  std::string filled(std::string const& text) {
    std::string out;
    for_each_piece(
        text, [&](std::string_view words) { out += words; },
        [&](std::string_view name) {
          if (auto const found = filling_.words.find(name); found != filling_.words.end()) out += found->second;
        });
    return out;
  }

  Filling const& filling_;
};

}  // namespace

std::span<TemplateField const> fields_of(PaperKind kind) {
  static std::array<TemplateField, 7> const case_paper{{
      {"isi", {"isi naskah, pada baris tersendiri", "the paper's words, on a line of their own"}},
      {"nomor_berkas", {"nomor berkas", "the case's number"}},
      {"judul_berkas", {"judul berkas", "the case's title"}},
      {"periode", {"periode data", "the period of the data"}},
      {"kantor", {"nama kantor", "the agency's name"}},
      {"daerah", {"nama daerah", "the region's name"}},
      {"tempat", {"tempat, dari kop surat", "the place, from the letterhead"}},
  }};
  if (kind == PaperKind::case_paper) return case_paper;
  return {};
}

Result<void> check_template(PaperKind kind, std::string_view text) {
  auto const fields = fields_of(kind);
  auto const refuse_all = [](std::vector<FieldError> errors) -> Result<void> {
    return std::unexpected(Problem{.type = &template_invalid, .detail = {}, .fields = std::move(errors)});
  };
  if (fields.empty()) {
    return refuse_all({{"/kind",
                        {"Naskah jenis ini disusun dari data saja; tidak ada templatnya.",
                         "Papers of this kind are made from data alone; they have no template."}}});
  }
  if (text.size() > most_template_bytes) {
    return refuse_all({{"/text", {"Paling panjang 64 KB.", "At most 64 KB."}}});
  }
  auto errors = Check{fields}.run(text);
  bool has_body = false;
  for (auto const line : split(text, '\n')) has_body = has_body || trim(line) == "{{isi}}";
  if (!has_body) {
    errors.push_back({"/text",
                      {"Tulis {{isi}} pada baris tersendiri: di sanalah isi naskah dicetak.",
                       "Write {{isi}} on a line of its own: the paper's words are printed there."}});
  }
  if (!errors.empty()) return refuse_all(std::move(errors));
  return {};
}

std::vector<Block> fill_template(std::string_view text, Filling const& filling) {
  return Filler{filling}.fill(read_manuscript(text));
}

}  // namespace himpun::document
