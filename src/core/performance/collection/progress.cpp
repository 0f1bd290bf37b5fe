#include "core/performance/collection/progress.h"

#include <algorithm>

namespace himpun::performance {
namespace {

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

/// Where an unsent form stands against its date.
Timeliness standing_of(FormProgress const& form, Instant now) {
  if (form.due_at && now > *form.due_at) return Timeliness::overdue;
  return form.at_risk_at && now >= *form.at_risk_at ? Timeliness::due_soon : Timeliness::not_due;
}

// ASSUMPTION: the SOP gives a division one date and is silent about repairs. The first complete sending counts, against
// the date that held then; rows that are returned and sent again later are shown beside it and make nobody late.
Timeliness timeliness_of(Sending const* sending, FormProgress const& form, Instant now) {
  if (!sending) return standing_of(form, now);
  return !sending->due_at || sending->at <= *sending->due_at ? Timeliness::on_time : Timeliness::late;
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
  auto when = timeliness_words(form.timeliness);
  if (form.sent_at && form.is_owed) when = {when.id + ", menunggu perbaikan", when.en + ", waiting for repairs"};
  auto const all = std::to_string(form.rows);
  if (form.complete == form.rows)
    return {all + " baris lengkap; " + when.id + ".", all + " rows complete; " + when.en + "."};
  auto const open = std::to_string(form.rows - form.complete);
  return {open + " dari " + all + " baris belum lengkap; " + when.id + ".",
          open + " of " + all + " rows incomplete; " + when.en + "."};
}

}  // namespace

FormProgress progress_of(Collection const& collection, Form const& form, CheckBooks const& books, Instant now) {
  FormProgress progress;
  progress.unit = form.unit;
  progress.due_at = form.due_at;
  progress.at_risk_at = collection.at_risk_at;
  for (auto const& key : form.rows) {
    auto const* row = find_row(collection, key);
    if (!row) continue;
    progress.details.push_back(progress_of_row(collection, *row, books));
    ++progress.rows;
    if (progress.details.back().complete) ++progress.complete;
  }
  auto const found = collection.sendings.find(form.unit);
  auto const* sending = found == collection.sendings.end() ? nullptr : &found->second;
  if (sending) {
    progress.sent_at = sending->at;
    progress.repaired_at = sending->repaired_at;
  }
  progress.is_owed = !collection.frozen_at && !is_sent(collection, form);
  progress.timeliness = timeliness_of(sending, progress, now);
  progress.reason = reason_of(progress);
  return progress;
}

std::optional<ReminderStage> stage_of(FormProgress const& form, Instant now) {
  auto const standing = standing_of(form, now);
  if (!form.is_owed || standing == Timeliness::not_due) return std::nullopt;
  return standing == Timeliness::overdue ? ReminderStage::late : ReminderStage::at_risk;
}

std::vector<FormProgress> progress_of(Collection const& collection, CheckBooks const& books, Instant now) {
  std::vector<FormProgress> all;
  for (auto const& form : collection.forms) all.push_back(progress_of(collection, form, books, now));
  return all;
}

}  // namespace himpun::performance
