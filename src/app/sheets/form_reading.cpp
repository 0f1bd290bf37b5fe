#include "app/sheets/form_reading.h"

#include <algorithm>
#include <charconv>

#include "app/sheets/words/evidence_text.h"
#include "app/sheets/filled_form.h"
#include "app/sheets/form_cells.h"
#include "base/text.h"
#include "core/performance/collection/decide.h"

namespace himpun::app {
namespace {

using performance::RowKey;

/// A form of one division is small, and nobody needs more.
SheetReading strict_reading(std::string name) {
  SheetReading reading{std::move(name)};
  reading.limits.entry_bytes = 32 << 20;
  reading.limits.total_bytes = 64 << 20;
  reading.limits.cells = 500'000;
  return reading;
}

/// The rows of the file that belong to one row of the form.
struct Gathered {
  std::int32_t number = 0;
  FormRowKey key;
  EntryCells cells;
  bool has_main = false;
};

struct Planned {
  WorkbookRow shown;
  std::vector<TableRow::Fault> faults;
  std::optional<std::size_t> asked;  ///< its place in the command
};

RowCells cells_in(FilledForm const& form, FilledRow const& row) {
  RowCells cells;
  for (auto const& each : input_columns()) {
    if (auto const* cell = form.find(row, each.key)) cells[each.key] = *cell;
  }
  return cells;
}

Problem foreign(SheetFile const& file, std::string const& id, std::string const& en) {
  return {.type = &workbook_foreign,
          .detail = {"Berkas \"" + file.name + "\": " + id, "File \"" + file.name + "\": " + en}};
}

Result<void> require_own(FormStamp const& stamp, FormAim const& aim, Period const& period, SheetFile const& file) {
  if (stamp.kind != form_kind || stamp.version != form_version) {
    return std::unexpected(foreign(file, "bukan formulir data kinerja, atau dari versi lama. Unduh formulirnya lagi.",
                                   "is no form of performance data, or of an old version. Download the form again."));
  }
  if (stamp.key == form_key(aim, period)) return {};
  auto const parts = split(stamp.key, '|');
  if (parts.size() == 3 && parts[1] != aim.unit.value) {
    return std::unexpected(foreign(file, "formulir ini milik unit lain.", "this form belongs to another unit."));
  }
  if (parts.size() == 3 && parts[2] != period_key(period)) {
    return std::unexpected(foreign(file, "formulir ini untuk periode lain (" + std::string{parts[2]} + ").",
                                   "this form is for another period (" + std::string{parts[2]} + ")."));
  }
  return std::unexpected(foreign(file, "formulir ini untuk berkas pengumpulan lain. Unduh formulir berkas ini.",
                                 "this form is for another case. Download the form of this one."));
}

class Planner {
 public:
  Planner(Sight& sight, FormBooks const& books, FormAim const& aim) : sight_(sight), books_(books), aim_(aim) {}

  WorkbookPlan plan(FilledForm const& form) {
    gather(form);
    for (auto const& key : performance::find_form(collection(), aim_.unit)->rows) {
      auto const found = gathered_.find({key.kind, key.subject});
      if (found != gathered_.end()) plan_row(key, found->second);
    }
    note_unknown(form);
    ask_rules();
    return take();
  }

 private:
  [[nodiscard]] performance::Collection const& collection() const { return books_.collection->state; }

  void gather(FilledForm const& form) {
    for (auto const& row : form.rows) {
      auto const key = parse_row_key(row.key);
      if (!key) continue;
      auto& gathered = gathered_[{key->kind, key->subject}];
      if (!key->part.empty()) {
        gathered.cells.parts[key->part] = cells_in(form, row);
        continue;
      }
      gathered.number = row.number;
      gathered.key = *key;
      gathered.cells.main = cells_in(form, row);
      gathered.has_main = true;
    }
  }

  void plan_row(RowKey const& key, Gathered const& gathered) {
    auto const* row = performance::find_row(collection(), key);
    if (!row || !gathered.has_main) return;
    auto const* sheet = sheet_of_row(books_, key);
    auto& planned = planned_.emplace_back();
    planned.shown = {gathered.number, key.kind, key.subject, subject_name(books_, key), WorkbookFate::same, "", {}};
    auto evidence = new_evidence(planned, gathered.cells.main);
    bool const is_touched = mark_of(gathered.cells, sheet) != gathered.key.mark;
    if (!is_touched && evidence.empty() && planned.faults.empty()) return;
    auto entry = entry_in(gathered.cells, sheet, row->entry, planned.faults);
    planned.shown.words = words_of(*row, entry);
    if (!planned.faults.empty()) return void(planned.shown.fate = WorkbookFate::refused);
    if (entry == row->entry && evidence.empty()) return;
    if (gathered.key.revision != row->revision) return mark_stale(planned);
    planned.shown.fate = row->state == performance::RowState::empty ? WorkbookFate::entered : WorkbookFate::changed;
    ask_for_evidence(planned, key, std::move(evidence));
    if (entry == row->entry) return;
    planned.asked = command_.rows.size();
    command_.rows.push_back({key, row->revision, std::move(entry)});
  }

  static std::vector<performance::Evidence> new_evidence(Planned& planned, RowCells const& cells) {
    auto const found = cells.find("bukti_baru");
    if (found == cells.end()) return {};
    auto pieces = evidence_in(found->second);
    if (pieces) return std::move(*pieces);
    planned.faults.push_back({input_title("bukti_baru"), pieces.error()});
    return {};
  }

  /// Each piece as its own command, decided on the collection as it is: a fault is the row's.
  void ask_for_evidence(Planned& planned, RowKey const& key, std::vector<performance::Evidence> pieces) {
    performance::CollectionOccasion const occasion{sight_.now,      sight_.today(),          sight_.caller,
                                                   sight_.agency(), books_.catalogue->state, books_.previous};
    for (auto& piece : pieces) {
      piece.id = performance::EvidenceId{sight_.world.make_id()};
      performance::AttachEvidence command{std::move(piece), {{key, ""}}};
      if (auto const decided = performance::decide(collection(), command, occasion); !decided) {
        planned.faults.push_back({input_title("bukti_baru"), fault_words(decided.error())});
        planned.shown.fate = WorkbookFate::refused;
      }
      attached_.push_back(std::move(command));
    }
  }

  static Words fault_words(Problem const& problem) {
    if (!problem.fields.empty()) return problem.fields.front().message;
    return {std::string{problem.type->title_id}, std::string{problem.type->title_en}};
  }

  void mark_stale(Planned& planned) const {
    planned.shown.fate = WorkbookFate::stale;
    planned.faults.push_back({"",
                              {"Diubah orang lain sesudah formulir ini diunduh. Unduh formulir baru dan isi baris ini "
                               "lagi.",
                               "Somebody else changed it since this form was downloaded. Download a new one and fill "
                               "in this row again."}});
  }

  [[nodiscard]] std::string words_of(performance::Row const& row, performance::Entry const& entry) const {
    auto const before = say(performance::spell(row.entry.value), aim_.language);
    auto const after = say(performance::spell(entry.value), aim_.language);
    if (row.state == performance::RowState::empty) return after;
    return before == after ? after : before + " → " + after;
  }

  /// Rows that somebody added, and rows of another form.
  void note_unknown(FilledForm const& form) {
    for (auto const number : form.foreign_rows) {
      auto& planned = planned_.emplace_back();
      planned.shown.row = number;
      planned.shown.fate = WorkbookFate::refused;
      planned.faults.push_back({"",
                                {"Baris ini ditambahkan; formulir hanya menerima baris yang ada. Hapus barisnya.",
                                 "This row was added; the form takes only the rows it has. Delete it."}});
    }
  }

  /// The collection's own rules about every row that asks for something.
  void ask_rules() {
    if (command_.rows.empty()) return;
    performance::CollectionOccasion const occasion{sight_.now,      sight_.today(),          sight_.caller,
                                                   sight_.agency(), books_.catalogue->state, books_.previous};
    auto const decided = performance::decide(collection(), command_, occasion);
    if (decided) return;
    auto const& problem = decided.error();
    for (auto& planned : planned_) {
      if (!planned.asked) continue;
      auto const before = planned.faults.size();
      blame(planned, problem);
      if (planned.faults.size() > before) planned.shown.fate = WorkbookFate::refused;
    }
  }

  /// "/rows/3/entry/value/number" is about the fourth row; a refusal without fields is about all.
  static void blame(Planned& planned, Problem const& problem) {
    auto const place = "/rows/" + std::to_string(*planned.asked) + "/";
    if (problem.fields.empty()) {
      planned.faults.push_back({"", {std::string{problem.type->title_id}, std::string{problem.type->title_en}}});
    }
    for (auto const& field : problem.fields) {
      if (!field.pointer.starts_with(place)) continue;
      planned.faults.push_back({column_of(field.pointer), field.message});
    }
  }

  /// "/rows/0/entry/follow_ups/1/owner": the second follow-up's.
  static std::optional<std::string> follow_up_column(std::string const& pointer) {
    constexpr std::string_view before = "/follow_ups/";
    auto const at = pointer.find(before);
    if (at == std::string::npos) return std::nullopt;
    std::size_t place = 0;
    std::from_chars(pointer.data() + at + before.size(), pointer.data() + pointer.size(), place);
    auto const keys = follow_up_keys(std::min(place, follow_ups_shown - 1));
    return input_title(pointer.ends_with("/owner") ? keys.owner : pointer.ends_with("/due") ? keys.due : keys.action);
  }

  static std::string column_of(std::string const& pointer) {
    if (auto const title = follow_up_column(pointer)) return *title;
    constexpr std::pair<char const*, char const*> places[] = {{"/value/numerator", "pembilang"},
                                                              {"/value/denominator", "penyebut"},
                                                              {"/value/predicate", "predikat"},
                                                              {"/value/reason", "alasan"},
                                                              {"/value", "realisasi"},
                                                              {"/parts", "realisasi"},
                                                              {"/drivers", "pendorong"},
                                                              {"/obstacles", "penghambat"},
                                                              {"/note", "catatan"},
                                                              {"/follow_ups", "tindak_lanjut"}};
    for (auto const& [part, key] : places) {
      if (pointer.find(part) != std::string::npos) return input_title(key);
    }
    return {};
  }

  void count(WorkbookCounts& counts, WorkbookFate fate) const {
    switch (fate) {
      case WorkbookFate::entered:
        ++counts.entered;
        return;
      case WorkbookFate::changed:
        ++counts.changed;
        return;
      case WorkbookFate::same:
        ++counts.same;
        return;
      case WorkbookFate::refused:
        ++counts.refused;
        return;
      case WorkbookFate::stale:
        ++counts.stale;
    }
  }

  WorkbookPlan take() {
    WorkbookPlan plan;
    for (auto& planned : planned_) {
      if (!planned.faults.empty()) planned.shown.problem = say_faults(planned.faults, aim_.language);
      count(plan.report.counts, planned.shown.fate);
      plan.report.rows.push_back(std::move(planned.shown));
    }
    plan.report.acceptable = plan.report.counts.refused == 0 && plan.report.counts.stale == 0;
    if (!command_.rows.empty()) plan.commands.emplace_back(std::move(command_));
    for (auto& each : attached_) plan.commands.emplace_back(std::move(each));
    return plan;
  }

  Sight& sight_;
  FormBooks const& books_;
  FormAim const& aim_;
  std::map<std::pair<performance::RowKind, std::string>, Gathered> gathered_;
  std::vector<Planned> planned_;
  performance::EnterValues command_;
  std::vector<performance::AttachEvidence> attached_;
};

}  // namespace

Result<WorkbookPlan> plan_workbook(Sight& sight, FormBooks const& books, FormAim const& aim, SheetFile const& file) {
  performance::CollectionOccasion const occasion{sight.now,      sight.today(),          sight.caller,
                                                 sight.agency(), books.catalogue->state, books.previous};
  if (auto ok = performance::who_fills(aim.unit, occasion); !ok) return std::unexpected(ok.error());
  auto const reading = strict_reading(file.name);
  auto const workbook = sight.world.sheets.open_file(file.path, reading);
  if (!workbook) return std::unexpected(workbook.error());
  auto const form = read_filled_form(**workbook, reading);
  if (!form) return std::unexpected(form.error());
  auto const own = require_own(form->stamp, aim, books.collection->state.period, file);
  if (!own) return std::unexpected(own.error());
  return Planner{sight, books, aim}.plan(*form);
}

}  // namespace himpun::app
