#pragma once
// Officials who do whatever comes to mind, from a printed seed: most of it is refused by the rules, the rest makes a
// busy history with every kind of act in it.

#include <random>

#include "app/test_office.h"

namespace himpun::app::test {

class RandomPlayer {
 public:
  RandomPlayer(TestOffice& office, std::uint32_t seed) : office_(office), random_(seed) {}

  /// One attempt on one case; true when something happened.
  bool play(std::string const& case_id) {
    office_.now += std::chrono::minutes{7};
    auto const file = office_.file(case_id);
    if (pick(40) == 0) return steer(file);
    std::vector<workflow::Task const*> open;
    for (auto const& task : file.tasks) {
      if (task.is_open()) open.push_back(&task);
    }
    if (open.empty()) return false;
    auto const& task = *open[pick(open.size())];
    return attempt(task, any_act(file, task));
  }

 private:
  using TaskAct = workflow::TaskAct;

  std::size_t pick(std::size_t choices) { return std::uniform_int_distribution<std::size_t>{0, choices - 1}(random_); }

  static std::string account_of(workflow::Task const& task) {
    auto const& holder = task.holder.value;
    return "acc-" + holder.substr(holder.find('-') + 1);
  }

  workflow::FileRef any_file() {
    auto const name = "berkas-" + std::to_string(pick(50));
    return {to_hex(sha256(name)), name, "text/plain", 10};
  }

  workflow::Content any_content() {
    if (pick(3) == 0) return {workflow::ContentKind::file, "", any_file(), {}};
    return {workflow::ContentKind::text, "naskah " + std::to_string(pick(1000)), {}, {}};
  }

  TaskAct any_act(workflow::Case const& file, workflow::Task const& task) {
    using namespace workflow;
    auto const* paper = file.papers.empty() ? nullptr : &file.papers.back();
    switch (pick(6)) {
      case 0:
        return ReadTask{};
      case 1:
        return PresentInput{static_cast<std::int32_t>(pick(3)), {ContentKind::file, "", any_file(), {}}};
      case 2:
        return WritePaper{any_content()};
      default:
        break;
    }
    switch (task.action) {
      case Action::dispose:
        return Dispose{{{HolderId{"pos-sekretaris"}}, Nature::ordinary, {Instruction::process}, ""}};
      case Action::answer:
        return AnswerRequest{"Terlampir", {{"Pengunjung", "12.5", "orang"}}, {any_file()}};
      case Action::initial:
      case Action::sign:
        if (pick(5) == 0) return ReturnStep{StepId{"perbaikan"}, "Belum lengkap"};
        return MarkPaper{paper ? paper->latest().sha256 : ""};
      case Action::distribute:
        if (pick(2) == 0) return Distribute{{HolderId{"unit-b1"}, HolderId{"unit-b2"}}, ""};
        return ArchiveCase{{"000.8", 1, 2, Disposal::permanent, "B2"}, "Satu unit tutup"};
      case Action::receive:
        return ConfirmReceipt{};
      case Action::gather:
        return CompleteTask{{}, {}, {}, "Bidang dua sedang tutup"};
      case Action::review:
        return CompleteTask{{}, pick(2) == 0 ? "perlu perbaikan" : "sudah baik", "Sudah diperiksa", {}};
      case Action::work:
        break;
    }
    return CompleteTask{"Selesai", {}, {}, {}};
  }

  bool attempt(workflow::Task const& task, TaskAct const& act) {
    // The analyst accepts or sends back what a division has answered.
    bool const judges = task.action == workflow::Action::answer && task.state == workflow::TaskState::waiting;
    TaskAct const chosen = !judges        ? act
                           : pick(4) == 0 ? TaskAct{workflow::RejectRequest{"Angka belum benar"}}
                                          : TaskAct{workflow::AcceptRequest{}};
    auto const account = judges ? "acc-analis" : account_of(task);
    auto const done = office_.as(account, [&](Desk& desk) {
      return act_on_task(desk, {task.id, task.revision, chosen}, workflow::Identity::proven);
    });
    return done.has_value();
  }

  bool steer(workflow::Case const& file) {
    workflow::CaseCommand command = workflow::SuspendCase{"Menunggu surat"};
    if (file.state == workflow::CaseState::suspended) command = workflow::ResumeCase{};
    if (pick(4) == 0) command = workflow::RecordCorrection{1, "Nomor agenda keliru"};
    if (pick(12) == 0) command = workflow::CancelCase{"Digabung"};
    if (pick(6) == 0) command = workflow::WithdrawDisposition{"Salah sifat"};
    return office_.as("acc-kadis", [&](Desk& desk) { return steer_case(desk, file.id, std::nullopt, command); })
        .has_value();
  }

  TestOffice& office_;
  std::mt19937 random_;
};

/// A busy office: `cases` cases, each played for a while, some to the end.
inline std::vector<std::string> play_a_history(TestOffice& office, int cases, int attempts, std::uint32_t seed) {
  std::vector<std::string> ids;
  RandomPlayer player{office, seed};
  for (int i = 0; i < cases; ++i) ids.push_back(office.start("Berkas " + std::to_string(i)));
  std::mt19937 random{seed};
  for (int i = 0; i < attempts; ++i) player.play(ids[random() % ids.size()]);
  return ids;
}

}  // namespace himpun::app::test
