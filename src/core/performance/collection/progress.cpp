#include "core/performance/collection/progress.h"

#include <algorithm>

namespace himpun::performance {
namespace {

bool is_sent(RowState state) {
  return state == RowState::submitted || state == RowState::accepted || state == RowState::frozen;
}

Words state_demand(Row const& row) {
  switch (row.state) {
    case RowState::empty:
      return {"Belum diisi.", "Not filled in."};
    case RowState::entered:
      return {"Sudah diisi, belum dikirim.", "Filled in, not sent."};
    case RowState::returned:
      return {"Dikembalikan: " + row.comment, "Returned: " + row.comment};
    case RowState::left_out:
      return {"Tidak diterima sampai angka dikunci.", "Not accepted until the figures were frozen."};
    case RowState::submitted:
    case RowState::accepted:
    case RowState::frozen:
      return {};
  }
  return {};
}

RowProgress progress_of_row(Collection const& collection, Row const& row, CheckBooks const& books) {
  RowProgress progress{row.key, row.state, false, {}, check_row(collection, row, books)};
  if (auto demand = state_demand(row); !demand.id.empty()) progress.missing.push_back(std::move(demand));
  for (auto const& each : progress.findings) {
    if (each.blocks()) progress.missing.push_back(each.message);
  }
  progress.complete = progress.missing.empty();
  return progress;
}

/// When the last row was sent; nothing while one was not.
std::optional<Instant> sent_at(Collection const& collection, Form const& form) {
  std::optional<Instant> last;
  for (auto const& key : form.rows) {
    auto const* row = find_row(collection, key);
    if (!row || !is_sent(row->state) || !row->submitted_at) return std::nullopt;
    last = std::max(last.value_or(*row->submitted_at), *row->submitted_at);
  }
  return last;
}

Timeliness timeliness_of(FormProgress const& form, Instant now, std::chrono::hours soon) {
  if (form.sent_at) return !form.due_at || *form.sent_at <= *form.due_at ? Timeliness::on_time : Timeliness::late;
  if (!form.due_at) return Timeliness::not_due;
  if (now > *form.due_at) return Timeliness::overdue;
  return now + soon >= *form.due_at ? Timeliness::due_soon : Timeliness::not_due;
}

Words timeliness_words(Timeliness timeliness) {
  switch (timeliness) {
    case Timeliness::not_due:
      return {"belum jatuh tempo", "not due yet"};
    case Timeliness::due_soon:
      return {"mendekati batas waktu", "due soon"};
    case Timeliness::on_time:
      return {"dikirim tepat waktu", "sent on time"};
    case Timeliness::late:
      return {"dikirim terlambat", "sent late"};
    case Timeliness::overdue:
      return {"melewati batas waktu", "overdue"};
  }
  return {};
}

Words reason_of(FormProgress const& form) {
  auto const when = timeliness_words(form.timeliness);
  auto const all = std::to_string(form.rows);
  if (form.complete == form.rows)
    return {all + " baris lengkap; " + when.id + ".", all + " rows complete; " + when.en + "."};
  auto const open = std::to_string(form.rows - form.complete);
  return {open + " dari " + all + " baris belum lengkap; " + when.id + ".",
          open + " of " + all + " rows incomplete; " + when.en + "."};
}

}  // namespace

FormProgress progress_of(Collection const& collection, Form const& form, CheckBooks const& books, Instant now,
                         std::chrono::hours soon) {
  FormProgress progress;
  progress.unit = form.unit;
  progress.due_at = form.due_at;
  for (auto const& key : form.rows) {
    auto const* row = find_row(collection, key);
    if (!row) continue;
    progress.details.push_back(progress_of_row(collection, *row, books));
    ++progress.rows;
    if (progress.details.back().complete) ++progress.complete;
  }
  progress.sent_at = sent_at(collection, form);
  progress.timeliness = timeliness_of(progress, now, soon);
  progress.reason = reason_of(progress);
  return progress;
}

std::vector<FormProgress> progress_of(Collection const& collection, CheckBooks const& books, Instant now) {
  std::vector<FormProgress> all;
  for (auto const& form : collection.forms) all.push_back(progress_of(collection, form, books, now));
  return all;
}

}  // namespace himpun::performance
