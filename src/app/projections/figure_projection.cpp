#include "app/projections/figure_projection.h"

#include <algorithm>

#include "base/ensure.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

using performance::Collection;
using performance::Row;
using performance::RowKey;

std::string evidence_json(Collection const& collection, RowKey const& key) {
  Json::Array ids;
  for (auto const* kept : performance::evidence_of(collection, key)) ids.emplace_back(kept->evidence.id.value);
  return write_json(ids);
}

/// When the row last changed: the latest of its entry, its sending, its corrections and the freeze.
Instant updated_at(Collection const& collection, Row const& row) {
  auto at = row.entered_at.value_or(Instant{});
  at = std::max(at, row.submitted_at.value_or(Instant{}));
  if (!row.corrections.empty()) at = std::max(at, row.corrections.back().at);
  return std::max(at, collection.frozen_at.value_or(Instant{}));
}

void keep_files(Transaction& transaction, Collection const& before, Collection const& after) {
  for (auto const& [id, kept] : after.evidence) {
    if (before.evidence.contains(id) || !kept.evidence.file) continue;
    auto const& file = *kept.evidence.file;
    transaction.put(CaseFileRow{after.id.value, file.sha256, file.name, file.media_type, file.size});
  }
}

}  // namespace

FigureRow figure_row(Collection const& collection, Row const& row) {
  return {.year = collection.period.year,
          .subject = row.key.subject,
          .kind = word_of(row.key.kind),
          .period = period_key(collection.period),
          .case_id = collection.id.value,
          .unit = row.key.unit.value,
          .state = word_of(row.state),
          .value = write_json(to_json(row.value())),
          .source = performance::source_of(collection, row),
          .evidence = evidence_json(collection, row.key),
          .updated_at = updated_at(collection, row)};
}

performance::Value value_of(FigureRow const& row) {
  auto const json = parse_json(row.value);
  ensure(json.has_value(), "a figure's value was written as JSON");
  auto value = from_json<performance::Value>(*json);
  ensure(value.has_value(), "a figure's value was written as one");
  return std::move(*value);
}

std::vector<std::string> evidence_ids(FigureRow const& row) {
  auto const json = parse_json(row.evidence);
  ensure(json.has_value(), "a figure's evidence was written as JSON");
  return from_json<std::vector<std::string>>(*json).value_or(std::vector<std::string>{});
}

void project_collection(Transaction& transaction, Collection const& before, Collection const& after) {
  keep_files(transaction, before, after);
  for (auto const& [key, row] : after.rows) {
    auto const fresh = figure_row(after, row);
    auto const* old = performance::find_row(before, key);
    if (!old || figure_row(before, *old) != fresh) transaction.put(fresh);
  }
}

}  // namespace himpun::app
