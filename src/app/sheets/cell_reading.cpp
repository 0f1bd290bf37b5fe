#include "app/sheets/cell_reading.h"

#include <charconv>

#include "base/text.h"

namespace himpun::app {
namespace {

constexpr std::size_t sheet_digits = 15;  ///< a spreadsheet changes longer numbers

std::unexpected<Words> wrong(std::string id, std::string en) {
  return std::unexpected(Words{std::move(id), std::move(en)});
}

std::unexpected<Words> no_date(std::string const& text) {
  return wrong("\"" + text + "\" bukan tanggal. Tulis seperti 15/01/2026.",
               "\"" + text + "\" is no date. Write it like 15/01/2026.");
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const is_number = error == std::errc{} && end == text.data() + text.size() && !text.empty();
  return is_number ? std::optional{number} : std::nullopt;
}

/// Day, month, year between slashes or hyphens.
std::optional<Date> day_first(std::string_view text) {
  auto parts = split(text, '/');
  if (parts.size() != 3) parts = split(text, '-');
  if (parts.size() != 3) return std::nullopt;
  auto const day = number_in(parts[0]), month = number_in(parts[1]), year = number_in(parts[2]);
  if (!day || !month || !year || *day < 1 || *month < 1) return std::nullopt;
  std::chrono::year_month_day const date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok() || *year < 1900 || *year > 2200) return std::nullopt;
  return Date{date};
}

Reading<Decimal> typed_number(std::string const& text) {
  auto read = parse_indonesian(text);
  if (read) return *read;
  auto const& why = read.error();
  std::string id{why.type->title_id}, en{why.type->title_en};
  if (!why.detail.id.empty()) id = why.detail.id, en = why.detail.en;
  return wrong(std::move(id), std::move(en));
}

}  // namespace

bool is_blank(Cell const& cell) {
  return cell.kind == CellKind::blank || (cell.kind == CellKind::text && trim(cell.text).empty());
}

Reading<void> require_entered(Cell const& cell) {
  if (cell.origin == CellOrigin::formula) {
    return wrong("berisi rumus. Salin selnya, lalu Tempel Khusus > Nilai, dan simpan lagi.",
                 "holds a formula. Copy the cell, Paste Special > Values, and save again.");
  }
  if (cell.kind == CellKind::error) {
    return wrong("berisi galat " + cell.text + ". Hapus, lalu isi dengan nilainya.",
                 "holds the error " + cell.text + ". Delete it and enter the value.");
  }
  return {};
}

Reading<std::string> text_in(Cell const& cell) {
  if (auto ok = require_entered(cell); !ok) return std::unexpected(ok.error());
  if (cell.kind == CellKind::date) {
    return wrong("terbaca sebagai tanggal (" + cell.text + "). Ubah format selnya menjadi Teks, lalu ketik ulang.",
                 "was read as a date (" + cell.text + "). Format the cell as Text and type it again.");
  }
  return std::string{trim(cell.text)};
}

Reading<std::optional<Decimal>> decimal_in(Cell const& cell) {
  auto text = text_in(cell);
  if (!text) return std::unexpected(text.error());
  if (text->empty()) return std::nullopt;
  if (cell.kind == CellKind::boolean) return wrong("harus berupa angka.", "must be a number.");
  if (cell.kind != CellKind::number) {
    auto number = typed_number(*text);
    if (!number) return std::unexpected(number.error());
    return std::move(*number);
  }
  auto const number = parse_exact(*text);
  if (!number) return wrong("\"" + *text + "\" tidak terbaca sebagai angka.", "\"" + *text + "\" is no number.");
  return cell.style == NumberStyle::percent ? *number * Decimal{100} : *number;
}

Reading<std::optional<std::int32_t>> whole_in(Cell const& cell) {
  auto const number = decimal_in(cell);
  if (!number) return std::unexpected(number.error());
  if (!*number) return std::nullopt;
  auto const text = to_text(**number);
  if (auto const whole = number_in(text)) return *whole;
  return wrong("\"" + text + "\" harus bilangan bulat.", "\"" + text + "\" must be a whole number.");
}

Reading<std::optional<Date>> date_in(Cell const& cell) {
  if (auto ok = require_entered(cell); !ok) return std::unexpected(ok.error());
  if (is_blank(cell)) return std::nullopt;
  if (cell.kind == CellKind::date) return cell.date;
  std::string const text{trim(cell.text)};
  if (cell.kind != CellKind::text) return no_date(text);
  if (auto const date = parse_date(text)) return *date;
  if (auto const date = day_first(text)) return *date;
  return no_date(text);
}

Cell cell_of(Decimal const& number) {
  auto const places = number.digits_after();
  bool const is_exact = number.is_number() && places && number.digits_before() + *places <= sheet_digits;
  return is_exact ? number_cell(to_text(number)) : text_cell(spell(number).id);
}

}  // namespace himpun::app
