#include "core/document/stationery/template.h"

#include <algorithm>
#include <optional>
#include <set>

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

/// The name in a line that is one field and nothing else.
std::optional<std::string_view> lone_field(std::string_view line) {
  auto const text = trim(line);
  if (!text.starts_with(opening) || text.find(closing) != text.size() - closing.size()) return std::nullopt;
  return trim(text.substr(opening.size(), text.size() - opening.size() - closing.size()));
}

std::string braced(std::string_view name) { return "{{" + std::string{name} + "}}"; }

Words unknown_field(std::string_view name, std::span<TemplateField const> fields) {
  std::vector<std::string> known;
  for (auto const& each : fields) known.emplace_back(each.name);
  auto const near = suggest(name, known);
  return {"isian " + braced(name) + " tidak dikenal." + near.id, "there is no field " + braced(name) + "." + near.en};
}

Words missing_field(TemplateField const& field) {
  auto const name = braced(field.name);
  if (field.kind == FieldKind::words) {
    return {"Tulis " + name + ": naskah ini harus menyebut " + field.meaning.id + ".",
            "Write " + name + ": this paper must say " + field.meaning.en + "."};
  }
  return {"Tulis " + name + " pada baris tersendiri: di sanalah " + field.meaning.id + " dicetak.",
          "Write " + name + " on a line of its own, for " + field.meaning.en + "."};
}

class Check {
 public:
  explicit Check(std::span<TemplateField const> fields) : fields_(fields) {}

  std::vector<FieldError> run(std::string_view text) {
    for (auto const each : split(text, '\n')) {
      ++line_;
      check_line(each);
    }
    for (auto const& field : fields_) {
      bool const is_missing = field.need == FieldNeed::needed && !seen_.contains(field.name);
      if (is_missing) errors_.push_back({"/text", missing_field(field)});
    }
    return std::move(errors_);
  }

 private:
  void check_line(std::string_view text) {
    bool const is_alone = lone_field(text).has_value();
    for_each_piece(
        text, [&](std::string_view words) { check_words(words); },
        [&](std::string_view name) { check_field(name, is_alone); });
  }
  void check_words(std::string_view words) {
    if (words.find(opening) == std::string_view::npos && words.find(closing) == std::string_view::npos) return;
    refuse_line(
        {"kurung isian tidak berpasangan; tulis {{nama}}.", "the braces of a field do not match; write {{name}}."});
  }
  void check_field(std::string_view name, bool is_alone) {
    auto const field = std::ranges::find(fields_, name, &TemplateField::name);
    if (field == fields_.end()) return refuse_line(unknown_field(name, fields_));
    seen_.insert(field->name);
    if (field->kind == FieldKind::words || is_alone) return;
    refuse_line({"tulis " + braced(name) + " pada baris tersendiri, tanpa kata lain di baris itu.",
                 "write " + braced(name) + " on a line of its own, without other words on that line."});
  }
  void refuse_line(Words const& words) {
    auto const place = std::to_string(line_) + ": ";
    errors_.push_back({"/text", {"Baris " + place + words.id, "Line " + place + words.en}});
  }

  std::span<TemplateField const> fields_;
  std::set<std::string_view> seen_;
  std::vector<FieldError> errors_;
  int line_ = 0;
};

/// A field of blocks ends the paragraph or list above it, also without an empty line between.
std::string set_apart(std::string_view text, Filling const& filling) {
  std::string out;
  for (auto const line : split(text, '\n')) {
    auto const name = lone_field(line);
    bool const is_apart = name && filling.blocks.contains(*name);
    out += is_apart ? "\n" + std::string{trim(line)} + "\n\n" : std::string{line} + "\n";
  }
  return out;
}

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
    auto const name = lone_field(paragraph->text.front().text);
    auto const found = name ? filling_.blocks.find(*name) : filling_.blocks.end();
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
  if (trim(text).empty()) {
    return refuse_all(
        {{"/text",
          {"Tulis isinya, atau kembalikan templat bawaan.", "Write its words, or go back to the shipped template."}}});
  }
  auto errors = Check{fields}.run(text);
  if (!errors.empty()) return refuse_all(std::move(errors));
  return {};
}

std::vector<Block> fill_template(std::string_view text, Filling const& filling) {
  return Filler{filling}.fill(read_manuscript(set_apart(text, filling)));
}

}  // namespace himpun::document
