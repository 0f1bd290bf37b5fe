// A division fills in its form and sends it.

#include <algorithm>

#include "base/json_map.h"
#include "base/text.h"
#include "core/performance/collection/acts.h"
#include "core/performance/collection/entry_check.h"

namespace himpun::performance::acts {
namespace {

/// What each row of a batch may be refused for; the first is reported as the kind of the whole refusal.
struct BatchFaults {
  std::vector<FieldError> fields;
  ProblemType const* type = nullptr;

  void add(ProblemType const& why, std::string pointer) {
    fields.push_back({std::move(pointer), {std::string{why.title_id}, std::string{why.title_en}}});
    if (!type) type = &why;
  }
};

void check_written(BatchFaults& faults, Collection const& collection, EnteredRow const& written,
                   CollectionOccasion const& occasion, std::string const& at) {
  auto const* row = find_row(collection, written.row);
  if (!row) return faults.add(row_unknown, at + "/row");
  if (row->revision != written.if_revision) return faults.add(row_changed, at + "/if_revision");
  if (!is_writable(*row)) return faults.add(row_locked, at + "/row");
  auto const* sheet = written.row.kind == RowKind::budget
                          ? nullptr
                          : find_sheet(occasion.catalogue, IndicatorId{written.row.subject}, collection.period.year);
  auto const before = faults.fields.size();
  check_entry(written.entry, sheet, at + "/entry", faults.fields);
  if (faults.fields.size() > before && !faults.type) faults.type = &entry_invalid;
}

void check_repeated(BatchFaults& faults, std::vector<EnteredRow> const& rows) {
  std::set<RowKey> seen;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!seen.insert(rows[i].row).second) faults.add(entry_invalid, "/rows/" + std::to_string(i) + "/row");
  }
}

/// The one unit all rows belong to must be the caller's.
Result<By> who_writes(std::vector<EnteredRow> const& rows, CollectionOccasion const& occasion) {
  Result<By> by = who_fills(rows.front().row.unit, occasion);
  for (auto const& each : rows) {
    if (each.row.unit == rows.front().row.unit) continue;
    if (auto const other = who_fills(each.row.unit, occasion); !other) return other;
  }
  return by;
}

/// Rows of the form that wait to be sent: written, or returned and still to be sent again.
std::vector<Row const*> waiting(Collection const& collection, Form const& form) {
  std::vector<Row const*> rows;
  for (auto const& key : form.rows) {
    auto const* row = find_row(collection, key);
    if (row && is_writable(*row)) rows.push_back(row);
  }
  return rows;
}

/// ASSUMPTION: a row that was returned must be written again before it is sent again.
void add_unrepaired(std::vector<FieldError>& fields, Row const& row) {
  if (row.state != RowState::returned) return;
  fields.push_back({"/" + row.key.subject,
                    {"Dikembalikan: " + row.comment + " Perbaiki dahulu, lalu simpan.",
                     "Returned: " + row.comment + " Mend and save it first."}});
}

}  // namespace

Result<void> require_unfrozen(Collection const& collection) {
  if (collection.frozen_at) return refuse(collection_frozen);
  return {};
}

Result<Row const*> seen_row(Collection const& collection, RowKey const& key, std::int64_t revision) {
  auto const* row = find_row(collection, key);
  if (!row) return refuse(row_unknown);
  if (row->revision != revision) return refuse(row_changed);
  return row;
}

bool is_writable(Row const& row) {
  return row.state == RowState::empty || row.state == RowState::entered || row.state == RowState::returned;
}

Result<void> require_words(std::string const& text, ProblemType const& missing) {
  if (trim(text).empty()) return refuse(missing);
  if (count_characters(text) <= max_comment_characters) return {};
  return refuse(entry_invalid, {"Paling banyak 2.000 karakter.", "At most 2,000 characters."});
}

Answer open(Collection const& collection, OpenCollection const& command) {
  if (collection.exists()) return already_so();
  std::vector<FieldError> fields;
  auto const missing = [&](char const* pointer) { fields.push_back({pointer, {"wajib diisi", "is required"}}); };
  if (command.id.empty()) missing("/id");
  if (!is_period(command.period)) missing("/period");
  if (command.forms.empty()) missing("/forms");
  if (command.reviewers.empty()) missing("/reviewers");
  if (command.freezers.empty()) missing("/freezers");
  if (!fields.empty()) return std::unexpected(Problem{.type = &collection_invalid, .fields = std::move(fields)});
  return CollectionEvents{
      CollectionOpened{command.id, command.period, command.forms, command.reviewers, command.freezers},
      FormsScheduled{command.forms.front().due_at, command.at_risk_at}};
}

Answer act(Collection const& collection, ScheduleForms const& command, CollectionOccasion const&) {
  bool const is_so =
      collection.at_risk_at == command.at_risk_at &&
      std::ranges::all_of(collection.forms, [&](Form const& form) { return form.due_at == command.due_at; });
  if (collection.frozen_at || is_so) return already_so();
  return happened(FormsScheduled{command.due_at, command.at_risk_at});
}

Answer act(Collection const& collection, EnterValues const& command, CollectionOccasion const& occasion) {
  if (command.rows.empty()) return already_so();
  if (command.rows.size() > max_rows_at_once) {
    return refuse(entry_invalid, {"Paling banyak 500 baris sekali simpan.", "At most 500 rows at once."});
  }
  auto const by = who_writes(command.rows, occasion);
  if (!by) return std::unexpected(by.error());
  if (auto ok = require_unfrozen(collection); !ok) return std::unexpected(ok.error());
  BatchFaults faults;
  check_repeated(faults, command.rows);
  for (std::size_t i = 0; i < command.rows.size(); ++i) {
    check_written(faults, collection, command.rows[i], occasion, "/rows/" + std::to_string(i));
  }
  if (faults.type) return std::unexpected(Problem{.type = faults.type, .fields = std::move(faults.fields)});
  ValuesEntered event{{}, *by};
  for (auto const& each : command.rows) {
    auto const& row = *find_row(collection, each.row);
    bool const is_same = row.state == RowState::entered && row.entry == each.entry;
    if (!is_same) event.rows.push_back({each.row, each.entry});
  }
  return event.rows.empty() ? already_so() : happened(std::move(event));
}

Answer act(Collection const& collection, SubmitForm const& command, CollectionOccasion const& occasion) {
  auto const* form = find_form(collection, command.unit);
  if (!form) return refuse(row_unknown);
  auto const by = who_fills(command.unit, occasion);
  if (!by) return std::unexpected(by.error());
  if (auto ok = require_unfrozen(collection); !ok) return std::unexpected(ok.error());
  auto const rows = waiting(collection, *form);
  if (rows.empty()) return refuse(form_empty);
  std::vector<FieldError> fields;
  FormSubmitted event{command.unit, {}, *by};
  for (auto const* row : rows) {
    add_unrepaired(fields, *row);
    for (auto const& each : check_row(collection, *row, {occasion.catalogue, occasion.previous})) {
      if (each.blocks()) fields.push_back({"/" + row->key.subject + "/" + word_of(each.code), each.message});
    }
    event.rows.push_back(row->key);
  }
  if (fields.empty()) return happened(std::move(event));
  return std::unexpected(Problem{.type = &form_has_errors,
                                 .detail = {"Perbaiki kesalahannya; peringatan dapat dilewati dengan alasan.",
                                            "Mend the errors; warnings can be passed over with a reason."},
                                 .fields = std::move(fields)});
}

Answer act(Collection const& collection, WaiveWarning const& command, CollectionOccasion const& occasion) {
  auto const by = who_fills(command.row.unit, occasion);
  if (!by) return std::unexpected(by.error());
  if (auto ok = require_unfrozen(collection); !ok) return std::unexpected(ok.error());
  auto const row = seen_row(collection, command.row, command.if_revision);
  if (!row) return std::unexpected(row.error());
  if (!is_writable(**row)) return refuse(row_locked);
  if (auto ok = require_words(command.reason, reason_missing); !ok) return std::unexpected(ok.error());
  auto const findings = check_row(collection, **row, {occasion.catalogue, occasion.previous});
  auto const found = std::ranges::find(findings, command.code, &Finding::code);
  if (found == findings.end()) return refuse(warning_unknown);
  if (found->severity == Severity::error) return refuse(error_not_waivable, found->message);
  if (found->waived_because == command.reason) return already_so();
  return happened(WarningWaived{command.row, command.code, command.reason, *by});
}

}  // namespace himpun::performance::acts
