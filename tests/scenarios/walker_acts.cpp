// What a random walk tries: mostly what fits the task, often something that does not.

#include <algorithm>

#include "scenarios/walker.h"

namespace himpun::test {

using namespace workflow;

std::string Walker::somebody() {
  auto person = ground_.agency.people.begin();
  std::advance(person, roll(static_cast<int>(ground_.agency.people.size())));
  return person->first.value;
}

std::string Walker::somebody_for(Task const& task) {
  auto const today = local_date(now_, calendar::offset_of(ground_.calendar));
  auto const people = access::people_for(ground_.agency, task.holder, today);
  if (people.empty() || roll(10) == 0) return somebody();
  return people[static_cast<std::size_t>(roll(static_cast<int>(people.size())))].value;
}

access::HolderId Walker::some_holder() {
  auto const& assignment =
      ground_.assignments[static_cast<std::size_t>(roll(static_cast<int>(ground_.assignments.size())))];
  return assignment.holders[static_cast<std::size_t>(roll(static_cast<int>(assignment.holders.size())))];
}

std::string Walker::some_reason() { return roll(8) == 0 ? "  " : "Alasan " + std::to_string(roll(1000)); }

void Walker::act_at_random() {
  if (file_.tasks.empty()) return;
  std::vector<Task> open;
  std::ranges::copy_if(file_.tasks, std::back_inserter(open), &Task::is_open);
  auto const& among = open.empty() || roll(15) == 0 ? file_.tasks : open;
  auto const task = among[static_cast<std::size_t>(roll(static_cast<int>(among.size())))];
  auto const id = roll(60) == 0 ? TaskId{"berkas-" + std::to_string(roll(500))} : task.id;
  auto const* gatherer = &task;
  auto act = roll(5) == 0 ? any_act() : fitting_act(task);
  bool const judges = std::holds_alternative<AcceptRequest>(act) || std::holds_alternative<RejectRequest>(act);
  for (auto const& each : file_.tasks) {
    if (judges && each.step == task.step && each.run == task.run && each.action == Action::gather) gatherer = &each;
  }
  auto const person = somebody_for(*gatherer);
  (void)try_task(person, id, std::move(act), roll(12) == 0 ? Identity::session : Identity::proven);
}

void Walker::steer_at_random() {
  auto const person = somebody();
  switch (roll(9)) {
    case 0:
      return (void)try_case(person, SuspendCase{some_reason()});
    case 1:
    case 2:
    case 3:
      return (void)try_case(person, ResumeCase{});
    case 4:
    case 5:
      return (void)try_case(person, WithdrawDisposition{some_reason()});
    case 6:
      return (void)try_case(person, RecordCorrection{roll(20), some_reason()});
    case 7:
      ground_.calendar.local_holidays.clear();
      ground_.calendar.local_holidays.push_back(
          {local_date(now_, calendar::offset_of(ground_.calendar)) + std::chrono::days{roll(5)}, "Libur daerah", ""});
      return (void)try_case(person, RecomputeDeadlines{});
    default:
      if (roll(12) == 0) (void)try_case(person, CancelCase{some_reason()});
  }
}

/// What the holder would do, with arguments that are mostly right.
TaskAct Walker::fitting_act(Task const& task) {
  auto const& step = step_of(task);
  auto const dice = roll(8);
  if (dice == 0) return ReadTask{};
  if (dice <= 2 && !step.inputs.empty()) {
    return PresentInput{roll(static_cast<int>(step.inputs.size())), {ContentKind::reference, "Renstra", {}, {}}};
  }
  if (dice == 3 && !step.returns.empty()) {
    return ReturnStep{step.returns[static_cast<std::size_t>(roll(static_cast<int>(step.returns.size())))],
                      some_reason()};
  }
  switch (task.action) {
    case Action::dispose:
      return Dispose{{{some_holder()}, Nature::urgent, {Instruction::coordinate}, some_reason()}};
    case Action::work:
    case Action::gather:
      if (roll(2) == 0) return WritePaper{{ContentKind::text, "Naskah " + std::to_string(roll(50)), {}, {}}};
      return CompleteTask{.note = some_reason(), .missing_reason = roll(3) == 0 ? "Menyusul" : ""};
    case Action::review: {
      CompleteTask complete{.reason = some_reason()};
      if (!step.outcomes.empty()) {
        complete.outcome = step.outcomes[static_cast<std::size_t>(roll(static_cast<int>(step.outcomes.size())))].label;
      }
      return complete;
    }
    case Action::initial:
    case Action::sign:
      return MarkPaper{roll(10) == 0 ? std::string(64, '0') : latest_hash(step)};
    case Action::answer:
      if (task.state == TaskState::waiting && roll(4) != 0) {
        if (roll(3) == 0) return RejectRequest{some_reason()};
        return AcceptRequest{};
      }
      return AnswerRequest{some_reason(), {{"Kunjungan", roll(6) == 0 ? "1.2.3" : "1234.5", "orang"}}, {}};
    case Action::distribute:
      if (roll(2) == 0) return Distribute{{some_holder(), some_holder()}, ""};
      return ArchiveCase{{roll(8) == 0 ? "" : "000.8", 2, roll(8) == 0 ? -1 : 3, Disposal::permanent, "Boks 2"},
                         roll(2) == 0 ? "Cuti" : ""};
    case Action::receive:
      return ConfirmReceipt{};
  }
  return ReadTask{};
}

TaskAct Walker::any_act() {
  std::string const steps[] = {"", "tidak-ada"};
  switch (roll(12)) {
    case 0:
      return PresentInput{roll(9) - 2, {ContentKind::paper, roll(2) == 0 ? "tidak-ada" : "dokumen", {}, {}}};
    case 1:
      return WritePaper{{static_cast<ContentKind>(roll(4)), roll(3) == 0 ? "" : "Isi", {}, {}}};
    case 2:
      return CompleteTask{.outcome = "tidak ada", .reason = "x"};
    case 3:
      return Dispose{{{HolderId{"tidak-ada"}}, Nature::ordinary, {}, ""}};
    case 4:
      return ReturnStep{roll(2) == 0 ? StepId{steps[roll(2)]} : ground_.procedure.steps.front().id, "Kembali"};
    case 5:
      return AnswerRequest{"", {}, {}};
    case 6:
      return AcceptRequest{};
    case 7:
      return RejectRequest{"Kurang"};
    case 8:
      return MarkPaper{""};
    case 9:
      return Distribute{{}, ""};
    case 10:
      return ConfirmReceipt{};
    default:
      return ArchiveCase{{"000", 1, 1, Disposal::destroy, "B"}, std::nullopt};
  }
}

}  // namespace himpun::test
