// Numbers as Indonesians type them. Every way to get it wrong that was seen in filled workbooks has its own sentence.

#include <algorithm>

#include "base/text.h"
#include "base/values/decimal.h"

namespace himpun {
namespace {

constexpr std::size_t max_shown = 40;

/// What was typed, short and quoted; only what is plain to see is repeated.
std::string quote(std::string_view text) {
  std::string shown{text.substr(0, max_shown)};
  while (!is_utf8(shown)) shown.pop_back();
  std::ranges::replace_if(
      shown, [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return "\"" + shown + (text.size() > max_shown ? "…" : "") + "\"";
}

std::unexpected<Problem> unreadable(std::string_view text, std::string const& id, std::string const& en) {
  return refuse(number_unreadable, {quote(text) + ": " + id, quote(text) + ": " + en});
}

/// "1.234.567": one to three digits that do not begin with zero, then groups of three.
bool is_grouped(std::string_view text) {
  auto const groups = split(text, '.');
  if (groups.front().size() > 3 || !is_digits(groups.front()) || groups.front().front() == '0') return false;
  return std::all_of(groups.begin() + 1, groups.end(),
                     [](std::string_view each) { return each.size() == 3 && is_digits(each); });
}

std::string without(std::string_view text, char unwanted) {
  std::string rest{text};
  std::erase(rest, unwanted);
  return rest;
}

/// Why a number with points in the wrong places is refused, with the spelling that was probably meant.
std::unexpected<Problem> misplaced_point(std::string_view text) {
  auto const point = text.find('.');
  bool const is_english = text.find(',') < point;
  auto const meant = is_english ? without(text.substr(0, point), ',') + "," + std::string{text.substr(point + 1)}
                     : std::ranges::count(text, '.') == 1 && text.find(',') == std::string_view::npos
                         ? std::string{text.substr(0, point)} + "," + std::string{text.substr(point + 1)}
                         : without(text, '.');
  return unreadable(
      text, "titik hanya untuk ribuan (setiap tiga angka), desimal memakai koma. Maksud Anda " + meant + "?",
      "a point only parts thousands (every three digits), decimals take a comma. Did you mean " + meant + "?");
}

std::unexpected<Problem> foreign_character(std::string_view text) {
  if (text.ends_with('%')) {
    return unreadable(text, "tulis angkanya saja, tanpa tanda %.", "write the number alone, without the % sign.");
  }
  if (text.find(' ') != std::string_view::npos) {
    return unreadable(text, "hapus spasi di dalam angka.", "remove the space inside the number.");
  }
  return unreadable(text,
                    "hanya angka, titik untuk ribuan, koma untuk desimal dan tanda minus di depan. Contoh: 1.234,5",
                    "only digits, a point for thousands, a comma for decimals and a minus in front. Example: 1.234,5");
}

bool is_number_character(char c) { return is_digit(c) || c == '.' || c == ','; }

Result<Decimal> read_unsigned(std::string_view typed, std::string_view text) {
  if (!std::ranges::all_of(text, is_number_character)) return foreign_character(typed);
  auto const comma = text.find(',');
  auto const before = text.substr(0, comma);
  auto const after = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  if (before.empty() || (comma != std::string_view::npos && after.empty())) {
    return unreadable(typed, "koma harus berada di antara dua angka. Contoh: 0,5",
                      "the comma must stand between digits. Example: 0,5");
  }
  bool const has_point = text.find('.') != std::string_view::npos;
  if (has_point && (!is_grouped(before) || after.find('.') != std::string_view::npos)) return misplaced_point(text);
  if (after.find(',') != std::string_view::npos) {
    return unreadable(typed, "hanya boleh ada satu koma.", "there may be only one comma.");
  }
  auto digits = without(before, '.');
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  if (digits.size() > typed_digits_before || after.size() > typed_digits_after) {
    auto const whole = std::to_string(typed_digits_before);
    auto const places = std::to_string(typed_digits_after);
    return refuse(
        number_too_long,
        {quote(typed) + ": paling banyak " + whole + " angka di depan koma dan " + places + " angka di belakangnya.",
         quote(typed) + ": at most " + whole + " digits before the comma and " + places + " after it."});
  }
  auto const plain = after.empty() ? digits : digits + "." + std::string{after};
  return parse_exact(plain).value_or(Decimal{});
}

}  // namespace

Result<Decimal> parse_indonesian(std::string_view text) {
  constexpr std::string_view typographic_minus = "\xE2\x88\x92";
  auto rest = trim(text);
  if (rest.empty()) return refuse(number_unreadable, {"Angka belum diisi.", "The number is missing."});
  bool is_negative = false;
  for (auto const sign : {std::string_view{"-"}, typographic_minus}) {
    if (is_negative || !rest.starts_with(sign)) continue;
    is_negative = true;
    rest.remove_prefix(sign.size());
  }
  auto number = read_unsigned(trim(text), rest);
  return number && is_negative ? Result<Decimal>{-*number} : number;
}

}  // namespace himpun
