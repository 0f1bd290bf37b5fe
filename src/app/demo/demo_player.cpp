#include "app/demo/demo_player.h"

#include <algorithm>

#include "app/desks/case_desk.h"
#include "app/desks/collection_desk.h"
#include "base/ensure.h"
#include "core/workflow/decide.h"

namespace himpun::app {
namespace {

using namespace workflow;
using performance::RowKey;

bool is_led(Task const& task) {
  return task.is_open() && task.action != Action::answer && task.action != Action::receive;
}

std::vector<Task> open_tasks(Case const& file, Action action) {
  std::vector<Task> tasks;
  std::ranges::copy_if(file.tasks, std::back_inserter(tasks),
                       [&](Task const& task) { return task.is_open() && task.action == action; });
  return tasks;
}

Content words(std::string text) { return {ContentKind::text, std::move(text), {}, {}}; }

}  // namespace

Case DemoPlayer::file() const { return desk_.books.find_case(desk_.reader, id_.value)->state; }

void DemoPlayer::become(HolderId const& holder) {
  auto const people = access::people_for(desk_.agency(), holder, desk_.today());
  ensure(!people.empty(), "somebody in the demo office holds every post");
  for (auto const& [id, account] : desk_.agency().accounts) {
    if (account.person == people.front()) desk_.caller = {id, account.person, account.roles};
  }
  desk_.now += std::chrono::minutes{20};
}

Result<void> DemoPlayer::act(HolderId const& holder, TaskId const& task, TaskAct what) {
  become(holder);
  auto const done = act_on_task(desk_, {task, std::nullopt, std::move(what)}, Identity::proven);
  if (!done) return std::unexpected(done.error());
  return {};
}

Result<void> DemoPlayer::act_on(performance::UnitId const& unit, HolderId const& holder,
                                std::vector<performance::CollectionCommand> const& commands) {
  become(holder);
  auto const done = act_on_form(desk_, {id_, unit}, commands);
  if (!done) return std::unexpected(done.error());
  return {};
}

Result<void> DemoPlayer::play(StepId const& until) {
  for (int most = 60; most > 0; --most) {
    auto const now = file();
    if (now.state != CaseState::running || open_run(now, until)) return {};
    auto const next = std::ranges::find_if(now.tasks, is_led);
    ensure(next != now.tasks.end(), "a running case waits for somebody");
    if (auto ok = do_task(*next); !ok) return ok;
    desk_.now += std::chrono::hours{5};
  }
  return {};
}

Result<void> DemoPlayer::prepare(Task const& task, procedure::Step const& step) {
  auto const now = file();
  auto const& run = *open_run(now, step.id);
  for (std::size_t i = 0; i < step.inputs.size(); ++i) {
    if (is_present(now, step, run, i)) continue;
    Content const shelf{ContentKind::reference, "Lemari 2 Subbagian PPMEP (contoh)", {}, {}};
    if (auto ok = act(task.holder, task.id, PresentInput{static_cast<std::int32_t>(i), shelf}); !ok) return ok;
  }
  bool const writes = task.action == Action::work || task.action == Action::gather;
  if (!writes || paper_key(step).empty() || latest_version(now, paper_key(step))) return {};
  return act(task.holder, task.id, WritePaper{words("Naskah contoh: " + now.title + ".")});
}

Result<void> DemoPlayer::do_task(Task const& task) {
  auto const running = find_running_case(desk_, id_);
  if (!running) return std::unexpected(running.error());
  auto const& step = *procedure::find_step(*running->procedure, task.step);
  if (auto ok = prepare(task, step); !ok) return ok;
  auto const now = file();
  switch (task.action) {
    case Action::dispose: {
      auto const to = step.next.empty() ? nullptr : procedure::find_step(*running->procedure, step.next.front());
      auto const holders = to ? workflow::holders_of(now, to->performers.front()) : std::vector<HolderId>{};
      return act(task.holder, task.id, Dispose{{holders, Nature::urgent, {Instruction::coordinate}, "Koordinasikan."}});
    }
    case Action::gather:
      return gather(task);
    case Action::review:
      return act(task.holder, task.id,
                 CompleteTask{.outcome = step.outcomes.empty() ? "" : step.outcomes.back().label,
                              .reason = "Sudah diperiksa (contoh)."});
    case Action::initial:
    case Action::sign:
      return act(task.holder, task.id, MarkPaper{paper_of(now, step)->latest().sha256, std::nullopt});
    case Action::distribute:
      return distribute(task);
    default:
      return act(task.holder, task.id, CompleteTask{.note = "Selesai (contoh)."});
  }
}

/// Every row of the unit's form: figures, one piece of evidence for all, reasons for warnings; then it is sent.
Result<void> DemoPlayer::fill(performance::UnitId const& unit) {
  performance::EnterValues values;
  performance::AttachEvidence evidence;
  evidence.evidence = {performance::EvidenceId{desk_.world.make_id()},
                       performance::EvidenceKind::physical,
                       "Map data dukung " + workflow::period_words(file().period).id + " (contoh)",
                       {},
                       "",
                       "Lemari 3, Subbagian PPMEP"};
  for (auto const& row : rows_) {
    if (row.unit != unit) continue;
    RowKey const key{unit, row.kind, row.subject};
    values.rows.push_back({key, 0, row.entry});
    evidence.uses.push_back({key, "1"});
  }
  HolderId const holder{unit.value};
  if (auto ok = act_on(unit, holder, {values, evidence}); !ok) return ok;
  auto const books = form_books(desk_, {id_, unit});
  if (!books) return std::unexpected(books.error());
  std::vector<performance::CollectionCommand> last;
  for (auto const& finding : performance::check_form(books->collection->state, unit, books->checks())) {
    if (!finding.blocks()) continue;
    auto const revision = performance::find_row(books->collection->state, finding.row)->revision;
    last.push_back(performance::WaiveWarning{finding.row, revision, finding.code, "Sudah diperiksa ulang (contoh)."});
    if (last.size() > 1 && std::get<performance::WaiveWarning>(last[last.size() - 2]).row == finding.row) {
      std::get<performance::WaiveWarning>(last.back()).if_revision =
          std::get<performance::WaiveWarning>(last[last.size() - 2]).if_revision + 1;
    }
  }
  last.push_back(performance::SubmitForm{unit});
  return act_on(unit, holder, last);
}

Result<void> DemoPlayer::gather(Task const& task) {
  auto const collection = desk_.books.collection(desk_.reader, id_.value);
  for (auto const& form : collection->state.forms) {
    if (auto ok = fill(form.unit); !ok) return ok;
    auto const sent = desk_.books.collection(desk_.reader, id_.value);
    std::vector<performance::CollectionCommand> accept;
    for (auto const& key : form.rows) {
      accept.push_back(performance::AcceptRow{key, performance::find_row(sent->state, key)->revision});
    }
    if (auto ok = act_on(form.unit, task.holder, accept); !ok) return ok;
  }
  for (auto const& request : open_tasks(file(), Action::answer)) {
    if (auto ok = act(request.holder, request.id, AnswerRequest{"Tidak ada data (contoh).", {}, {}}); !ok) return ok;
    if (auto ok = act(task.holder, request.id, AcceptRequest{}); !ok) return ok;
  }
  return act(task.holder, task.id, CompleteTask{.note = "Semua bidang sudah menyampaikan data (contoh)."});
}

Result<void> DemoPlayer::distribute(Task const& task) {
  auto const requests = file();
  std::vector<HolderId> recipients;
  for (auto const& each : requests.tasks) {
    if (each.action == Action::answer) recipients.push_back(each.holder);
  }
  if (auto ok = act(task.holder, task.id, Distribute{recipients, "Untuk digunakan (contoh)."}); !ok) return ok;
  for (auto const& receipt : open_tasks(file(), Action::receive)) {
    if (auto ok = act(receipt.holder, receipt.id, ConfirmReceipt{}); !ok) return ok;
  }
  return act(task.holder, task.id, ArchiveCase{{"000.8.6.3", 2, 3, Disposal::destroy, "Lemari B2 (contoh)"}, {}});
}

}  // namespace himpun::app
