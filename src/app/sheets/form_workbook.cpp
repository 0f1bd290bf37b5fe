#include "app/sheets/form_workbook.h"

#include <algorithm>
#include <charconv>

#include "app/sheets/figure_text.h"
#include "app/sheets/form_cells.h"
#include "base/json_map.h"
#include "base/text.h"

namespace himpun::app {
namespace {

using performance::RowKey;
using performance::RowKind;
using performance::Sheet;

constexpr char const* empty_is_not_zero = "Isi dengan angka, misalnya 12,5. Kosong berarti belum ada; 0 berarti nol.";

bool is_locked(performance::Row const& row) {
  using enum performance::RowState;
  return row.state != empty && row.state != entered && row.state != returned;
}

/// Every predicate that the office's profile knows, once.
std::vector<std::string> predicates_of(FormBooks const& books) {
  std::vector<std::string> names;
  auto const* profile = performance::find_profile(books.catalogue->state, books.collection->state.period.year);
  if (!profile) return names;
  for (auto const& map : profile->predicate_maps) {
    for (auto const& score : map.scores) {
      if (std::ranges::find(names, score.predicate) == names.end()) names.push_back(score.predicate);
    }
  }
  return names;
}

FormColumn input(InputColumn const& about, FormBooks const& books) {
  std::string_view const key{about.key};
  FormColumn column{.key = about.key, .title = about.title, .use = CellUse::input, .format = CellFormat::text};
  column.width_characters = 24;
  bool const is_number = key == "realisasi" || key == "pembilang" || key == "penyebut";
  if (is_number) {
    column.format = CellFormat::general;
    column.width_characters = 16;
    column.numbers = NumberBounds{};
    column.hint = empty_is_not_zero;
  }
  if (key == "ketersediaan") column.choices = {available_word, not_available_word};
  if (key == "predikat") column.choices = predicates_of(books);
  if (key == "alasan") column.hint = "Hanya bila datanya tidak tersedia.";
  if (key == "bukti_baru") {
    column.hint =
        "Tautan atau tempat penyimpanan, boleh dengan judul: Rekap kunjungan = https://… ; Map 12 = Lemari 3.";
    column.width_characters = 40;
  }
  if (key.starts_with("tanggal")) {
    auto const year = std::chrono::year{books.collection->state.period.year};
    column.format = CellFormat::date;
    column.dates = DateBounds{Date{year / 1 / 1}, Date{(year + std::chrono::years{5}) / 12 / 31}};
  }
  return column;
}

std::vector<FormColumn> columns_of(FormBooks const& books) {
  std::vector<FormColumn> columns{
      {.key = "nama", .title = "Indikator atau kode anggaran", .format = CellFormat::text, .width_characters = 44},
      {.key = "satuan", .title = "Satuan", .format = CellFormat::text},
      {.key = "target", .title = "Target", .format = CellFormat::text},
      {.key = "sebelumnya", .title = "Periode lalu", .format = CellFormat::text},
      {.key = "keadaan", .title = "Keadaan", .format = CellFormat::text, .width_characters = 24},
      {.key = "bukti", .title = "Data dukung", .format = CellFormat::text, .width_characters = 36}};
  for (auto const& each : input_columns()) columns.push_back(input(each, books));
  return columns;
}

std::string target_words(FormBooks const& books, RowKey const& key) {
  auto const& catalogue = books.catalogue->state;
  auto const& period = books.collection->state.period;
  auto const day = last_day(period);
  if (key.kind == RowKind::budget) {
    auto const* ceiling = performance::find_ceiling(catalogue, key.subject, period.year, day);
    return ceiling ? "Pagu Rp" + spell(ceiling->amount).id : std::string{};
  }
  performance::IndicatorId const id{key.subject};
  auto const* agreement = performance::find_agreement(catalogue, id, period.year);
  if (!agreement) return {};
  auto const own = performance::period_target(*agreement, id, period, day);
  if (own) return performance::spell(own->target).id;
  auto const year = performance::year_target(*agreement, id, day);
  return year ? performance::spell(year->target).id + " (setahun)" : std::string{};
}

std::string state_words(performance::Row const& row) {
  switch (row.state) {
    case performance::RowState::empty:
      return "Belum diisi";
    case performance::RowState::entered:
      return "Sudah diisi, belum dikirim";
    case performance::RowState::returned:
      return "Dikembalikan: " + row.comment;
    case performance::RowState::submitted:
      return "Sudah dikirim (terkunci)";
    case performance::RowState::accepted:
      return "Diterima (terkunci)";
    case performance::RowState::frozen:
    case performance::RowState::left_out:
      return "Dikunci";
  }
  return {};
}

std::vector<Cell> in_order(std::vector<FormColumn> const& columns, RowCells const& cells) {
  std::vector<Cell> ordered;
  for (auto const& column : columns) {
    auto const found = cells.find(column.key);
    ordered.push_back(found == cells.end() ? blank_cell() : found->second);
  }
  return ordered;
}

std::vector<std::string> every_input() {
  std::vector<std::string> keys;
  for (auto const& each : input_columns()) keys.emplace_back(each.key);
  return keys;
}

class RowMaker {
 public:
  RowMaker(SheetForm& form, FormBooks const& books) : form_(form), books_(books) {}

  void add(performance::Row const& row) {
    auto const* sheet = sheet_of_row(books_, row.key);
    auto const cells = cells_of(row.entry, sheet);
    FormRowKey const key{row.key.kind, row.key.subject, row.revision, mark_of(cells, sheet), ""};
    auto main = cells.main;
    main["nama"] = text_cell(subject_name(books_, row.key));
    main["satuan"] = text_cell(sheet ? sheet->unit_of_measure : "Rp");
    main["target"] = text_cell(target_words(books_, row.key));
    main["sebelumnya"] = text_cell(previous_words(row.key));
    main["keadaan"] = text_cell(state_words(row));
    main["bukti"] = text_cell(evidence_words(row.key));
    auto const not_asked = is_locked(row) ? every_input() : keys_not_asked(sheet);
    form_.rows.push_back({write_row_key(key), in_order(form_.columns, main), not_asked});
    if (sheet) add_parts(row, *sheet, cells, key);
  }

 private:
  void add_parts(performance::Row const& row, Sheet const& sheet, EntryCells const& cells, FormRowKey key) {
    for (auto const& each : sheet.inputs) {
      key.part = each.name;
      auto part = cells.parts.at(each.name);
      part["nama"] = text_cell("   rincian: " + each.label);
      part["satuan"] = text_cell(each.unit_of_measure);
      auto const not_asked = is_locked(row) ? every_input() : keys_not_asked_of_part();
      form_.rows.push_back({write_row_key(key), in_order(form_.columns, part), not_asked});
    }
  }

  [[nodiscard]] std::string previous_words(RowKey const& key) const {
    auto const found = books_.previous.find(performance::IndicatorId{key.subject});
    bool const is_known = key.kind == RowKind::indicator && found != books_.previous.end();
    return is_known ? performance::spell(found->second).id : std::string{};
  }

  /// "Rekap kunjungan (https://…), hlm. 3; Map 12 (Lemari 3)"
  [[nodiscard]] std::string evidence_words(RowKey const& key) const {
    std::vector<std::string> pieces;
    for (auto const* kept : performance::evidence_of(books_.collection->state, key)) {
      auto const& piece = kept->evidence;
      auto const where = piece.file ? piece.file->name : piece.link.empty() ? piece.place : piece.link;
      auto const use = std::ranges::find(kept->uses, key, &performance::EvidenceUse::row);
      auto const page = use == kept->uses.end() || use->page.empty() ? std::string{} : ", " + use->page;
      pieces.push_back(piece.title + (where.empty() || where == piece.title ? "" : " (" + where + ")") + page);
    }
    return join(pieces, "; ");
  }

  SheetForm& form_;
  FormBooks const& books_;
};

std::vector<std::string> instructions() {
  return {
      "Isi hanya sel berwarna kuning. Sel abu-abu tidak ditanyakan atau sudah terkunci.",
      "Angka memakai koma untuk desimal: 12,5. Kosong berarti belum ada; 0 berarti nol. Bila datanya memang tidak "
      "ada, pilih Tidak tersedia dan tulis alasannya.",
      "Untuk indikator dengan pembilang dan penyebut, isi keduanya; Himpun yang menghitung persentasenya.",
      "Baris rincian di bawah sebuah indikator adalah bagian-bagian yang dihitung atau dijumlahkan.",
      "Jangan memakai rumus; tempel nilainya saja (Tempel Khusus > Nilai). Jangan menyalin atau menghapus baris.",
      "Simpan sebagai .xlsx, lalu unggah kembali lewat formulir di Himpun. Berkas ini hanya berlaku untuk bidang dan "
      "periode yang tertulis di atas.",
      "Baris yang diubah orang lain sesudah berkas ini diunduh akan disebut; baris yang tidak Anda sentuh tidak "
      "mengubah apa pun.",
      "Data dukung baru: tulis tautan (https://…) atau tempat penyimpanannya, dipisah titik koma; judul boleh ditulis "
      "di "
      "depannya dengan tanda sama dengan, misalnya Rekap kunjungan = https://contoh.go.id/rekap. File dilampirkan "
      "lewat "
      "formulir di Himpun."};
}

}  // namespace

std::string form_key(FormAim const& aim, Period const& period) {
  return aim.case_id.value + "|" + aim.unit.value + "|" + period_key(period);
}

/// "indicator:IKU-3@5~0123456789ab#baru"; a subject holds no "@".
std::string write_row_key(FormRowKey const& key) {
  auto text = word_of(key.kind) + ":" + key.subject + "@" + std::to_string(key.revision) + "~" + key.mark;
  return key.part.empty() ? text : text + "#" + key.part;
}

std::optional<FormRowKey> parse_row_key(std::string_view text) {
  auto const colon = text.find(':');
  auto const at = text.rfind('@');
  if (colon == std::string_view::npos || at == std::string_view::npos || at < colon) return std::nullopt;
  auto const tilde = text.find('~', at);
  if (tilde == std::string_view::npos) return std::nullopt;
  FormRowKey key;
  std::string const kind{text.substr(0, colon)};
  if (!boost::describe::enum_from_string(kind.c_str(), key.kind)) return std::nullopt;
  key.subject = text.substr(colon + 1, at - colon - 1);
  auto const digits = text.substr(at + 1, tilde - at - 1);
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), key.revision);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  auto const hash = text.find('#', tilde);
  key.mark = text.substr(tilde + 1, hash == std::string_view::npos ? hash : hash - tilde - 1);
  if (hash != std::string_view::npos) key.part = text.substr(hash + 1);
  return key;
}

std::string subject_name(FormBooks const& books, RowKey const& key) {
  if (auto const* sheet = sheet_of_row(books, key)) return key.subject + " " + sheet->name;
  auto const& period = books.collection->state.period;
  auto const* ceiling = performance::find_ceiling(books.catalogue->state, key.subject, period.year, last_day(period));
  return key.subject + " " + (ceiling ? ceiling->name : std::string{});
}

Sheet const* sheet_of_row(FormBooks const& books, RowKey const& key) {
  if (key.kind == RowKind::budget) return nullptr;
  return performance::find_sheet(books.catalogue->state, performance::IndicatorId{key.subject},
                                 books.collection->state.period.year);
}

SheetForm form_workbook(Sight& sight, FormBooks const& books, FormAim const& aim) {
  auto const& collection = books.collection->state;
  auto const unit = access::holder_name(sight.agency(), access::HolderId{aim.unit.value});
  SheetForm form{.stamp = {form_kind, form_version, form_key(aim, collection.period)},
                 .title = "Data kinerja " + period_words(collection.period).id,
                 .facts = {{"Unit", unit}, {"Periode", period_words(collection.period).id}},
                 .columns = columns_of(books),
                 .fixed_columns = 1,
                 .instructions = instructions(),
                 .made_at = sight.now};
  RowMaker maker{form, books};
  for (auto const& key : performance::find_form(collection, aim.unit)->rows) {
    if (auto const* row = performance::find_row(collection, key)) maker.add(*row);
  }
  return form;
}

}  // namespace himpun::app
