#include "core/document/stationery/rules.h"

#include "base/text.h"

namespace himpun::document {
namespace {

constexpr std::size_t most_lines = 6;
constexpr std::size_t most_line = 120;
constexpr std::size_t most_address = 300;
constexpr std::uint32_t most_points = 2000;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

void check_text(std::vector<FieldError>& errors, std::string const& pointer, std::string const& text,
                std::size_t most) {
  if (count_characters(text) > most) {
    auto const number = std::to_string(most);
    errors.push_back({pointer, {"Paling panjang " + number + " huruf.", "At most " + number + " characters."}});
  }
}

}  // namespace

// PNG, 5.2 and 11.2.2: the signature, then IHDR with width and height.
bool is_logo(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.size() < 33 || bytes.size() > most_logo_bytes) return false;
  if (!bytes.starts_with("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv)) return false;
  auto const width = number_at(bytes, 16);
  auto const height = number_at(bytes, 20);
  return width >= 1 && width <= most_points && height >= 1 && height <= most_points;
}

Result<void> check_letterhead(Letterhead const& letterhead, std::string_view logo_bytes) {
  std::vector<FieldError> errors;
  if (letterhead.lines.empty() || letterhead.lines.size() > most_lines) {
    errors.push_back({"/lines", {"Isi satu sampai enam baris.", "Give one to six lines."}});
  }
  for (std::size_t i = 0; i < letterhead.lines.size(); ++i) {
    auto const pointer = "/lines/" + std::to_string(i) + "/text";
    if (trim(letterhead.lines[i].text).empty())
      errors.push_back({pointer, {"Baris ini kosong.", "This line is empty."}});
    check_text(errors, pointer, letterhead.lines[i].text, most_line);
  }
  check_text(errors, "/address", letterhead.address, most_address);
  check_text(errors, "/contacts", letterhead.contacts, most_address);
  check_text(errors, "/place", letterhead.place, most_line);
  if (letterhead.logo && !is_logo(logo_bytes)) {
    errors.push_back({"/logo",
                      {"Lambang harus gambar PNG, paling besar 2.000 x 2.000 titik dan 512 KB.",
                       "The emblem must be a PNG picture of at most 2,000 x 2,000 points and 512 KB."}});
  }
  if (errors.empty()) return {};
  return std::unexpected(Problem{.type = &letterhead_invalid, .detail = {}, .fields = std::move(errors)});
}

Result<LetterheadEvents> set_letterhead(Stationery const& stationery, Letterhead const& letterhead,
                                        std::string_view logo_bytes) {
  if (auto ok = check_letterhead(letterhead, logo_bytes); !ok) return std::unexpected(ok.error());
  if (stationery.letterhead == letterhead) return LetterheadEvents{};
  return LetterheadEvents{LetterheadSet{letterhead}};
}

Result<LetterheadEvents> set_template(Stationery const& stationery, PaperKind kind, std::string const& text) {
  auto const own = stationery.templates.find(kind);
  if (text.empty()) {
    if (own == stationery.templates.end()) return LetterheadEvents{};
    return LetterheadEvents{TemplateSet{kind, {}}};
  }
  if (auto ok = check_template(kind, text); !ok) return std::unexpected(ok.error());
  if (own != stationery.templates.end() && own->second == text) return LetterheadEvents{};
  return LetterheadEvents{TemplateSet{kind, text}};
}

}  // namespace himpun::document
