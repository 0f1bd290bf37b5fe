#include <algorithm>
#include <set>

#include "base/text.h"
#include "core/workflow/acts.h"

namespace himpun::workflow {
namespace {

/// The procedure has this paper signed: by a step that names it, or names none (then it signs the one written last).
bool needs_signature(procedure::Procedure const& procedure, Paper const& paper) {
  return std::ranges::any_of(procedure.steps, [&](procedure::Step const& step) {
    return step.kind == procedure::StepKind::signature && (step.paper.empty() || step.paper == paper.key);
  });
}

bool is_signed(PaperVersion const& version) {
  return std::ranges::any_of(version.marks,
                             [](Mark const& mark) { return mark.kind == MarkKind::signature && !mark.voided_at; });
}

bool is_distributed(Act const& context) {
  return std::ranges::any_of(context.file().tasks, [&](Task const& each) {
    return each.step == context.step.id && each.run == context.task.run && each.action == Action::receive;
  });
}

Acted require_recipients(Act const& context, std::vector<HolderId> const& recipients) {
  if (recipients.empty()) {
    return refuse(recipients_invalid, {"Pilih paling sedikit satu penerima.", "Choose at least one recipient."});
  }
  for (auto const& each : recipients) {
    if (!access::is_open_holder(context.occasion().agency, each)) {
      return refuse(recipients_invalid,
                    {"Ada penerima yang tidak dikenal atau sudah ditutup.", "A recipient is not known or is closed."});
    }
  }
  if (std::set(recipients.begin(), recipients.end()).size() != recipients.size()) {
    return refuse(recipients_invalid, {"Ada penerima yang disebut dua kali.", "A recipient is named twice."});
  }
  return {};
}

Acted require_entry(ArchiveEntry const& entry) {
  if (trim(entry.classification).empty()) {
    return refuse(archive_incomplete, {"Isi kode klasifikasi, misalnya 000.8.6.3.",
                                       "Give the classification code, for example 000.8.6.3."});
  }
  if (trim(entry.location).empty()) {
    return refuse(archive_incomplete, {"Isi lokasi simpan.", "Say where it is kept."});
  }
  auto const is_sane = [](std::int32_t years) { return years >= 0 && years <= 100; };
  if (!is_sane(entry.active_years) || !is_sane(entry.inactive_years)) {
    return refuse(archive_incomplete,
                  {"Masa simpan harus di antara 0 dan 100 tahun.", "Retention must be within 0 and 100 years."});
  }
  return {};
}

}  // namespace

Acted act(Act& context, Distribute const& command) {
  if (context.task.action != Action::distribute) return refuse(task_other_action);
  if (is_distributed(context)) return {};
  auto const* paper = paper_of(context.file(), context.step);
  if (!paper) return refuse(paper_missing);
  auto const latest = paper->latest();
  if (needs_signature(context.occasion().procedure, *paper) && !is_signed(latest)) return refuse(paper_not_signed);
  if (auto ok = require_recipients(context, command.recipients); !ok) return ok;
  if (auto ok = require_inputs(context); !ok) return ok;
  PaperDistributed sent{context.task.id, paper->key, latest.number, {}, command.note, context.by};
  for (auto const& each : command.recipients) {
    auto const number = context.file().tasks.size() + sent.recipients.size() + 1;
    sent.recipients.push_back({task_id(context.file().id, number), Action::receive, each});
  }
  context.progress.happen(std::move(sent));
  return {};
}

Acted act(Act& context, ConfirmReceipt const&) {
  if (context.task.action != Action::receive) return refuse(task_other_action);
  context.progress.happen(ReceiptConfirmed{context.task.id, context.by});
  return {};
}

Acted act(Act& context, ArchiveCase const& command) {
  if (context.task.action != Action::distribute) return refuse(task_other_action);
  if (!is_distributed(context)) return refuse(not_distributed);
  if (auto ok = require_entry(command.entry); !ok) return ok;
  auto const missing = open_siblings(context, Action::receive);
  auto const reason = command.missing_reason.value_or("");
  if (!missing.empty() && trim(reason).empty()) {
    auto const names = name_holders(context, missing);
    return refuse(receipts_missing, {"Belum mengonfirmasi: " + names + ". Tunggu, atau arsipkan dengan alasan.",
                                     "Not confirmed yet: " + names + ". Wait, or archive with a reason."});
  }
  context.progress.happen(CaseArchived{context.task.id, command.entry, context.by});
  Closing closing{.reason = reason};
  for (auto const& each : missing) closing.missing.push_back(each.holder);
  context.progress.complete_step(context.step, closing, context.by);
  return {};
}

}  // namespace himpun::workflow
