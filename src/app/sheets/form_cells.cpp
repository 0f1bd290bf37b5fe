#include "app/sheets/form_cells.h"

#include <algorithm>

#include "base/json_map.h"
#include "base/sha256.h"
#include "base/text.h"

namespace himpun::app {
namespace {

using performance::Entry;
using performance::EntryForm;
using performance::Sheet;
using performance::Value;
using performance::ValueKind;

constexpr std::array<InputColumn, 19> all_inputs{{{"ketersediaan", "Ketersediaan"},
                                                  {"realisasi", "Realisasi"},
                                                  {"pembilang", "Pembilang"},
                                                  {"penyebut", "Penyebut"},
                                                  {"predikat", "Predikat"},
                                                  {"alasan", "Alasan tidak tersedia"},
                                                  {"pendorong", "Faktor pendorong"},
                                                  {"penghambat", "Faktor penghambat"},
                                                  {"tindak_lanjut", "Tindak lanjut"},
                                                  {"penanggung_jawab", "Penanggung jawab"},
                                                  {"tanggal", "Tanggal tindak lanjut"},
                                                  {"tindak_lanjut_2", "Tindak lanjut 2"},
                                                  {"penanggung_jawab_2", "Penanggung jawab 2"},
                                                  {"tanggal_2", "Tanggal tindak lanjut 2"},
                                                  {"tindak_lanjut_3", "Tindak lanjut 3"},
                                                  {"penanggung_jawab_3", "Penanggung jawab 3"},
                                                  {"tanggal_3", "Tanggal tindak lanjut 3"},
                                                  {"catatan", "Catatan"},
                                                  {"bukti_baru", "Data dukung baru"}}};

bool asks_for(std::vector<std::string> const& not_asked, std::string_view key) {
  return std::ranges::find(not_asked, key) == not_asked.end();
}

/// Reads cells of one row and notes what is wrong under the column's title.
class Fields {
 public:
  Fields(RowCells const& cells, std::vector<TableRow::Fault>& faults, std::string of = {})
      : cells_(cells), faults_(faults), of_(std::move(of)) {}

  template <class T>
  T read(std::string_view key, Reading<T> (*reader)(Cell const&)) {
    auto const found = cells_.find(key);
    if (found == cells_.end()) return T{};
    auto value = reader(found->second);
    if (value) return std::move(*value);
    fault(key, value.error());
    return T{};
  }
  std::string text(std::string_view key) { return read(key, text_in); }
  std::optional<Decimal> number(std::string_view key) { return read(key, decimal_in); }
  void fault(std::string_view key, Words words) { faults_.push_back({input_title(key) + of_, std::move(words)}); }

  /// What stands where nothing was asked for would be lost without a word.
  void refuse_unasked(std::vector<std::string> const& not_asked) {
    for (auto const& key : not_asked) {
      auto const found = cells_.find(key);
      if (found == cells_.end() || is_blank(found->second)) continue;
      fault(key, {"tidak ditanyakan pada baris ini; kosongkan.", "is not asked for in this row; leave it empty."});
    }
  }

 private:
  RowCells const& cells_;
  std::vector<TableRow::Fault>& faults_;
  std::string of_;  ///< " (eksemplar baru)" in a part's row
};

void put(RowCells& cells, char const* key, std::optional<Decimal> const& number) {
  if (number) cells[key] = cell_of(*number);
}
void put(RowCells& cells, char const* key, std::string const& text) {
  if (!text.empty()) cells[key] = text_cell(text);
}

void put_value(RowCells& cells, Value const& value) {
  if (value.kind == ValueKind::not_available) {
    put(cells, "ketersediaan", std::string{not_available_word});
    put(cells, "alasan", value.reason.value_or(""));
  } else if (performance::is_filled(value)) {
    put(cells, "ketersediaan", std::string{available_word});
  }
  put(cells, "realisasi", value.number);
  put(cells, "pembilang", value.numerator);
  put(cells, "penyebut", value.denominator);
  put(cells, "predikat", value.predicate.value_or(""));
}

/// Half a ratio stays one: the rule of values says which half is missing.
Value ratio_in(Fields& fields) {
  auto above = fields.number("pembilang");
  auto below = fields.number("penyebut");
  if (!above && !below) return {};
  Value value{.kind = ValueKind::ratio};
  value.numerator = std::move(above);
  value.denominator = std::move(below);
  return value;
}

Value filled_in(Fields& fields, Sheet const* sheet) {
  auto const form = sheet ? sheet->form : EntryForm::number;
  if (form == EntryForm::ratio) return ratio_in(fields);
  auto number = fields.number("realisasi");
  if (form == EntryForm::predicate) {
    auto predicate = fields.text("predikat");
    if (predicate.empty() && !number) return {};
    return performance::predicate_value(std::move(predicate), std::move(number));
  }
  return number ? performance::number_value(std::move(*number)) : Value{};
}

Value value_in_row(Fields& fields, Sheet const* sheet) {
  auto const available = lower_ascii(fields.text("ketersediaan"));
  auto reason = fields.text("alasan");
  auto value = filled_in(fields, sheet);
  bool const is_missing = available == lower_ascii(not_available_word);
  if (!is_missing && !available.empty() && available != lower_ascii(available_word)) {
    fields.fault("ketersediaan", {"pilih Tersedia atau Tidak tersedia.", "choose Tersedia or Tidak tersedia."});
  }
  if (is_missing && value.kind != ValueKind::blank) {
    fields.fault("ketersediaan", {"Tidak tersedia dipilih, tetapi nilainya diisi. Kosongkan salah satu.",
                                  "is not available, but a value was entered. Empty one of both."});
  }
  if (is_missing) return performance::not_available(std::move(reason));
  if (!reason.empty()) {
    fields.fault("alasan", {"diisi tanpa memilih Tidak tersedia pada kolom Ketersediaan.",
                            "was given although the figure is not marked as not available."});
  }
  return value;
}

/// A row shows the first few follow-ups; further ones stay as they are.
std::vector<performance::FollowUp> follow_ups_in(Fields& fields, Entry const& known) {
  std::vector<performance::FollowUp> all;
  for (std::size_t place = 0; place < follow_ups_shown; ++place) {
    auto const keys = follow_up_keys(place);
    performance::FollowUp one{fields.text(keys.action), fields.text(keys.owner), fields.read(keys.due, date_in)};
    bool const is_blank_one = one.action.empty() && one.owner.empty() && !one.due;
    if (!is_blank_one) all.push_back(std::move(one));
  }
  if (known.follow_ups.size() > follow_ups_shown) {
    all.insert(all.end(), known.follow_ups.begin() + follow_ups_shown, known.follow_ups.end());
  }
  return all;
}

void put_follow_ups(RowCells& cells, std::vector<performance::FollowUp> const& all) {
  for (std::size_t place = 0; place < std::min(all.size(), follow_ups_shown); ++place) {
    auto const keys = follow_up_keys(place);
    if (!all[place].action.empty()) cells[keys.action] = text_cell(all[place].action);
    if (!all[place].owner.empty()) cells[keys.owner] = text_cell(all[place].owner);
    if (all[place].due) cells[keys.due] = date_cell(*all[place].due);
  }
}

std::vector<std::string> with_follow_up_keys(std::vector<std::string> keys) {
  for (std::size_t place = 0; place < follow_ups_shown; ++place) {
    auto const more = follow_up_keys(place);
    keys.insert(keys.end(), {more.action, more.owner, more.due});
  }
  return keys;
}

}  // namespace

std::span<InputColumn const> input_columns() { return all_inputs; }

FollowUpKeys follow_up_keys(std::size_t place) {
  auto const end = place == 0 ? std::string{} : "_" + std::to_string(place + 1);
  return {"tindak_lanjut" + end, "penanggung_jawab" + end, "tanggal" + end};
}

std::string input_title(std::string_view key) {
  auto const found = std::ranges::find_if(all_inputs, [&](InputColumn const& each) { return key == each.key; });
  return found == all_inputs.end() ? std::string{key} : found->title;
}

std::vector<std::string> keys_not_asked(Sheet const* sheet) {
  if (!sheet) {
    return with_follow_up_keys({"pembilang", "penyebut", "predikat", "pendorong", "penghambat"});
  }
  switch (sheet->form) {
    case EntryForm::number:
      return {"pembilang", "penyebut", "predikat"};
    case EntryForm::ratio:
      return {"realisasi", "predikat"};
    case EntryForm::predicate:
      return {"pembilang", "penyebut"};
    case EntryForm::derived:
      return {"realisasi", "pembilang", "penyebut", "predikat"};
  }
  return {};
}

std::vector<std::string> keys_not_asked_of_part() {
  std::vector<std::string> keys;
  for (auto const& each : all_inputs) {
    if (std::string_view{each.key} != "realisasi") keys.emplace_back(each.key);
  }
  return keys;
}

EntryCells cells_of(Entry const& entry, Sheet const* sheet) {
  EntryCells cells;
  put_value(cells.main, entry.value);
  put(cells.main, "pendorong", entry.drivers);
  put(cells.main, "penghambat", entry.obstacles);
  put(cells.main, "catatan", entry.note);
  put_follow_ups(cells.main, entry.follow_ups);
  if (!sheet) return cells;
  for (auto const& input : sheet->inputs) {
    auto& part = cells.parts[input.name];
    auto const found = std::ranges::find(entry.parts, input.name, &performance::Part::name);
    if (found != entry.parts.end()) put(part, "realisasi", found->value.number);
  }
  return cells;
}

Entry entry_in(EntryCells const& cells, Sheet const* sheet, Entry const& known, std::vector<TableRow::Fault>& faults) {
  Fields fields{cells.main, faults};
  auto const not_asked = keys_not_asked(sheet);
  fields.refuse_unasked(not_asked);
  Entry entry;
  entry.value = value_in_row(fields, sheet);
  entry.note = fields.text("catatan");
  if (asks_for(not_asked, "pendorong")) {
    entry.drivers = fields.text("pendorong");
    entry.obstacles = fields.text("penghambat");
    entry.follow_ups = follow_ups_in(fields, known);
  }
  if (!sheet) return entry;
  for (auto const& input : sheet->inputs) {
    auto const found = cells.parts.find(input.name);
    if (found == cells.parts.end()) continue;
    Fields part{found->second, faults, " (" + input.label + ")"};
    part.refuse_unasked(keys_not_asked_of_part());
    if (auto number = part.number("realisasi")) {
      entry.parts.push_back({input.name, performance::number_value(std::move(*number))});
    }
  }
  return entry;
}

std::string mark_of(EntryCells const& cells, Sheet const* sheet) {
  constexpr std::size_t mark_characters = 12;
  std::vector<TableRow::Fault> faults;
  auto const entry = entry_in(cells, sheet, {}, faults);
  // A row with faults was touched, whatever stands in it.
  auto const text = write_json(to_json(entry)) + (faults.empty() ? "" : "!");
  return to_hex(sha256(text)).substr(0, mark_characters);
}

}  // namespace himpun::app
