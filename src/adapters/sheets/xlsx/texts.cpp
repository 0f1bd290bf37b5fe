#include "adapters/sheets/xlsx/texts.h"

#include <charconv>

#include "adapters/sheets/xlsx/xml.h"
#include "app/ports/sheet_refusals.h"

namespace himpun::sheets {
namespace {

class SharedTextReader final : public XmlListener {
 public:
  explicit SharedTextReader(app::SheetReading const& reading) : reading_(reading) {}

  void opened(std::string_view element, XmlAttributes const&) override {
    if (element == "si") gatherer_.clear();
    gatherer_.opened(element);
  }
  void closed(std::string_view element) override {
    gatherer_.closed(element);
    if (element == "si") add(gatherer_.gathered());
  }
  void text(std::string_view piece) override {
    gatherer_.text(piece);
    if (static_cast<std::int64_t>(gatherer_.gathered().size()) > reading_.limits.cell_bytes) {
      stop(file_problem(app::sheet_too_large, reading_,
                        {"ada teks yang terlalu panjang untuk satu sel. Pendekkan teks itu.",
                         "a text is too long for one cell. Shorten it."}));
    }
  }
  SharedTexts take() { return std::move(texts_); }

 private:
  void add(std::string_view text) {
    texts_.add(unescape_text(text));
    if (texts_.bytes() <= reading_.limits.shared_bytes) return;
    auto const most = spell_bytes(reading_.limits.shared_bytes);
    stop(file_problem(
        app::sheet_too_large, reading_,
        {"teksnya seluruhnya melebihi " + most + ". Bagi menjadi beberapa berkas, atau simpan sebagai CSV.",
         "its texts together are above " + most + ". Split it into several files, or save it as CSV."}));
  }

  app::SheetReading const& reading_;
  TextGatherer gatherer_;
  SharedTexts texts_;
};

constexpr std::size_t escape_length = 7;  // _xHHHH_

/// The code of an escape at the front, or -1.
int escaped_code(std::string_view text) {
  if (text.size() < escape_length || !text.starts_with("_x") || text[escape_length - 1] != '_') return -1;
  int code = 0;
  auto const [end, error] = std::from_chars(text.data() + 2, text.data() + escape_length - 1, code, 16);
  return error == std::errc{} && end == text.data() + escape_length - 1 ? code : -1;
}

void append_utf8(std::string& text, int code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | (code >> 6));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    text += static_cast<char>(0xE0 | (code >> 12));
    text += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

bool is_character(int code) {
  return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code < 0xD800) ||
         (code >= 0xE000 && code < 0xFFFE);
}

}  // namespace

std::string unescape_text(std::string_view text) {
  if (text.find_first_of("_\r") == std::string_view::npos) return std::string{text};
  std::string plain;
  while (!text.empty()) {
    auto const code = text.front() == '_' ? escaped_code(text) : -1;
    if (is_character(code)) {
      append_utf8(plain, code);
      text.remove_prefix(escape_length);
    } else {
      plain += text.front();
      text.remove_prefix(1);
    }
    if (plain.back() != '\r') continue;
    plain.back() = '\n';
    if (text.starts_with('\n')) text.remove_prefix(1);
  }
  return plain;
}

Result<SharedTexts> read_shared_texts(Archive const& archive, std::string_view part) {
  SharedTextReader reader{archive.reading()};
  if (auto read = read_xml(archive, part, reader); !read) return std::unexpected(read.error());
  return reader.take();
}

}  // namespace himpun::sheets
