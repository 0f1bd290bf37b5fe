// The analyst accepts and returns rows; the Kasubag's initials freeze them; later corrections stand beside them.

#include <algorithm>

#include "base/text.h"
#include "core/performance/collection/acts.h"
#include "core/performance/collection/entry_check.h"

namespace himpun::performance::acts {
namespace {

/// Names of the rows that were not accepted, the first few of them.
std::vector<FieldError> not_accepted(Collection const& collection) {
  std::vector<FieldError> fields;
  for (auto const& [key, row] : collection.rows) {
    if (row.state == RowState::accepted) continue;
    fields.push_back({"/" + key.unit.value + "/" + key.subject, {"belum diterima", "has not been accepted"}});
  }
  return fields;
}

}  // namespace

Answer act(Collection const& collection, AcceptRow const& command, CollectionOccasion const& occasion) {
  auto const by = who_reviews(collection, occasion);
  if (!by) return std::unexpected(by.error());
  if (auto ok = require_unfrozen(collection); !ok) return std::unexpected(ok.error());
  auto const row = seen_row(collection, command.row, command.if_revision);
  if (!row) return std::unexpected(row.error());
  if ((*row)->state == RowState::accepted) return already_so();
  if ((*row)->state != RowState::submitted) return refuse(row_not_submitted);
  return happened(RowAccepted{command.row, *by});
}

Answer act(Collection const& collection, ReturnRow const& command, CollectionOccasion const& occasion) {
  auto const by = who_reviews(collection, occasion);
  if (!by) return std::unexpected(by.error());
  if (auto ok = require_unfrozen(collection); !ok) return std::unexpected(ok.error());
  auto const row = seen_row(collection, command.row, command.if_revision);
  if (!row) return std::unexpected(row.error());
  // What was accepted can be returned until it freezes: the analyst may find a fault later.
  if ((*row)->state != RowState::submitted && (*row)->state != RowState::accepted) return refuse(row_not_submitted);
  if (auto ok = require_words(command.comment, comment_missing); !ok) return std::unexpected(ok.error());
  return happened(RowReturned{command.row, command.comment, *by});
}

Answer act(Collection const& collection, FreezeCollection const& command, CollectionOccasion const& occasion) {
  auto const by = who_freezes(collection, occasion);
  if (!by) return std::unexpected(by.error());
  if (collection.frozen_at) return already_so();
  auto missing = not_accepted(collection);
  auto const reason = std::string{trim(command.missing_reason.value_or(""))};
  if (!missing.empty() && reason.empty()) {
    return std::unexpected(
        Problem{.type = &collection_incomplete,
                .detail = {"Tunggu sampai semua baris diterima, atau tuliskan mengapa dikunci tanpa baris ini.",
                           "Wait until every row is accepted, or say why the figures are frozen without these."},
                .fields = std::move(missing)});
  }
  return happened(CollectionFrozen{missing.empty() ? "" : reason, *by});
}

Answer act(Collection const& collection, CorrectValue const& command, CollectionOccasion const& occasion) {
  auto const by = who_reviews(collection, occasion);
  if (!by) return std::unexpected(by.error());
  if (!collection.frozen_at) return refuse(collection_not_frozen);
  auto const row = seen_row(collection, command.row, command.if_revision);
  if (!row) return std::unexpected(row.error());
  if (auto ok = require_words(command.reason, reason_missing); !ok) return std::unexpected(ok.error());
  std::vector<FieldError> fields;
  if (auto const checked = check_value(command.value, "/value"); !checked) fields = checked.error().fields;
  auto const* sheet = command.row.kind == RowKind::budget
                          ? nullptr
                          : find_sheet(occasion.catalogue, IndicatorId{command.row.subject}, collection.period.year);
  check_kind(command.value, sheet, "/value", fields);
  if (command.value.kind == ValueKind::blank) {
    fields.push_back(
        {"/value",
         {"pembetulan harus berisi nilai atau \"tidak tersedia\"", "a correction holds a value or \"not available\""}});
  }
  if (!fields.empty()) return std::unexpected(Problem{.type = &entry_invalid, .fields = std::move(fields)});
  if ((*row)->value() == command.value) return already_so();
  auto const number = static_cast<std::int32_t>((*row)->corrections.size()) + 1;
  return happened(ValueCorrected{command.row, number, command.value, command.reason, command.papers, *by});
}

}  // namespace himpun::performance::acts
