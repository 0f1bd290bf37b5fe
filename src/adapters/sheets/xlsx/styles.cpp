#include "adapters/sheets/xlsx/styles.h"

#include <charconv>
#include <map>
#include <string>

#include "adapters/sheets/xlsx/xml.h"
#include "app/ports/sheet_refusals.h"

namespace himpun::sheets {
namespace {

using app::NumberStyle;

constexpr std::size_t most_formats = 65'536;

int format_number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// ECMA-376 part 1, 18.8.30: the formats that every program knows. 27 to 36 and 50 to 58 are dates in East Asia.
NumberStyle built_in(int id) {
  if (id == 9 || id == 10) return NumberStyle::percent;
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
    return NumberStyle::date;
  }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return NumberStyle::time;
  return NumberStyle::general;
}

class StyleReader final : public XmlListener {
 public:
  explicit StyleReader(app::SheetReading const& reading) : reading_(reading) {}

  void opened(std::string_view element, XmlAttributes const& attributes) override {
    if (element == "numFmt") {
      if (codes_.size() >= most_formats) return refuse_many();
      codes_[format_number(attributes.get("numFmtId"))] = style_of_code(attributes.get("formatCode"));
    }
    if (element == "cellXfs") is_in_formats_ = true;
    if (element == "xf" && is_in_formats_) {
      if (styles_.size() >= most_formats) return refuse_many();
      auto const id = format_number(attributes.get("numFmtId"));
      auto const code = codes_.find(id);
      styles_.push_back(code == codes_.end() ? built_in(id) : code->second);
    }
  }
  void closed(std::string_view element) override {
    if (element == "cellXfs") is_in_formats_ = false;
  }
  std::vector<NumberStyle> take() { return std::move(styles_); }

 private:
  void refuse_many() {
    stop(file_problem(app::sheet_too_large, reading_,
                      {"terlalu banyak format sel. Salin datanya ke berkas .xlsx baru.",
                       "there are too many cell formats. Copy the data into a new .xlsx file."}));
  }

  app::SheetReading const& reading_;
  std::map<int, NumberStyle> codes_;
  std::vector<NumberStyle> styles_;
  bool is_in_formats_ = false;
};

/// Length of what is not a code at the front: quoted text, an escaped or padded character, a colour or a locale.
std::size_t length_of_aside(std::string_view code) {
  auto const to_end_of = [&](char mark) { return std::min(code.find(mark, 1), code.size() - 1) + 1; };
  if (code.front() == '"') return to_end_of('"');
  if (code.front() == '\\' || code.front() == '_' || code.front() == '*') return std::min<std::size_t>(2, code.size());
  bool const is_elapsed = code.size() > 1 && std::string_view{"hHmMsS"}.find(code[1]) != std::string_view::npos;
  if (code.front() == '[' && !is_elapsed) return to_end_of(']');
  return 0;
}

}  // namespace

NumberStyle style_of_code(std::string_view code) {
  bool has_time = false, has_month = false;
  if (code == "General") return NumberStyle::general;
  while (!code.empty() && code.front() != ';') {
    if (auto const aside = length_of_aside(code); aside > 0) {
      code.remove_prefix(aside);
      continue;
    }
    char const c = code.front();
    if (c == '%') return NumberStyle::percent;
    if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') return NumberStyle::date;
    if (c == 'h' || c == 'H' || c == 's' || c == 'S' || c == '[') has_time = true;
    if (c == 'm' || c == 'M') has_month = true;
    code.remove_prefix(1);
  }
  if (has_time) return NumberStyle::time;
  return has_month ? NumberStyle::date : NumberStyle::general;
}

Result<std::vector<NumberStyle>> read_styles(Archive const& archive, std::string_view part) {
  StyleReader reader{archive.reading()};
  if (auto read = read_xml(archive, part, reader); !read) return std::unexpected(read.error());
  return reader.take();
}

}  // namespace himpun::sheets
