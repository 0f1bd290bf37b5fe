#pragma once
// A case played through the rules alone: an office of made-up people, the shipped calendar, and a procedure. `act` must
// succeed and moves the case on; `refused` gives the code of the refusal. Time goes on by itself, an hour an act.

#include <gtest/gtest.h>

#include "core/calendar/samples.h"
#include "core/procedure/reader.h"
#include "core/workflow/decide.h"
#include "core/workflow/move.h"
#include "support/files.h"

namespace himpun::test {

using namespace workflow;

inline procedure::Procedure procedure_of(std::string const& yaml) {
  auto const read = procedure::read_procedure(yaml, "uji.yaml");
  if (!read) {
    for (auto const& each : read.error()) ADD_FAILURE() << each.type->code << ": " << each.detail.en;
    return {};
  }
  return read->procedure;
}

inline procedure::Procedure const& seed_procedure() {
  static auto const seed = procedure_of(read_source_file("procedures/pengumpulan-data-kinerja.yaml"));
  return seed;
}

/// Six officials, each the only one of their post; the id of a person is `per-` and the post's name.
inline access::Agency sample_agency() {
  using namespace access;
  Agency agency;
  agency.id = "dpk";
  agency.name = "Dinas Perpustakaan dan Kearsipan";
  struct Row {
    char const* post;
    char const* name;
    char const* unit;
    char const* person;
  };
  static constexpr Row rows[] = {
      {"kadis", "Kepala Dinas", "dinas", "ERLINAWATY, SH"},
      {"sekretaris", "Sekretaris Dinas", "sekretariat", "HASAN BASRI"},
      {"kasubag", "Kasubag PPMEP", "ppmep", "SRI WAHYUNI"},
      {"analis", "Analis Perencana", "ppmep", "BUDI SANTOSO"},
      {"kabid-pustaka", "Kepala Bidang Perpustakaan", "pustaka", "DEWI ANGGRAINI"},
      {"kabid-arsip", "Kepala Bidang Kearsipan", "arsip", "RAHMAT HIDAYAT"},
      {"pustakawan", "Pustakawan", "keliling", "RINA MARLINA"},
  };
  for (auto const& row : rows) {
    std::string const post = row.post;
    UnitId const unit{std::string{"unit-"} + row.unit};
    PositionId const position{"pos-" + post};
    PersonId const person{"per-" + post};
    agency.units[unit] = {unit, "Unit " + std::string{row.unit}, std::nullopt, false};
    agency.positions[position] = {position, row.name, unit, false};
    agency.people[person] = {person, row.person, "", ""};
    AppointmentId const appointment{"app-" + post};
    agency.appointments[appointment] = {
        appointment, person, position, Standing::definitive, calendar::date("2025-01-02"), std::nullopt, "SK 1"};
  }
  return agency;
}

inline std::vector<Assignment> seed_assignments() {
  auto const one = [](char const* actor, char const* holder) { return Assignment{ActorId{actor}, {HolderId{holder}}}; };
  return {one("kadis", "pos-kadis"), one("sekretaris", "pos-sekretaris"), one("kasubag", "pos-kasubag"),
          one("analis", "pos-analis"),
          Assignment{ActorId{"bidang"}, {HolderId{"unit-pustaka"}, HolderId{"unit-arsip"}}}};
}

inline StartCase letter_start() {
  Origin origin{.kind = OriginKind::letter, .from = "Inspektorat", .number = "700/12/ITKAB/2026"};
  origin.date = calendar::date("2026-01-02");
  origin.subject = "Permintaan data kinerja";
  return {"Pengumpulan data kinerja Triwulan I 2026", {PeriodKind::quarter, 2026, 1}, origin, std::nullopt};
}

inline Content words(std::string text) { return {ContentKind::text, std::move(text), {}, {}}; }
inline Content reference(std::string text) { return {ContentKind::reference, std::move(text), {}, {}}; }

class CaseGame {
 public:
  explicit CaseGame(procedure::Procedure played = seed_procedure(),
                    std::vector<Assignment> assigned = seed_assignments())
      : procedure(std::move(played)), assignments(std::move(assigned)) {}

  access::Agency agency = sample_agency();
  calendar::Calendar calendar = calendar::shipped_calendar();
  procedure::Procedure procedure;
  std::vector<Assignment> assignments;
  Instant now = calendar::at("2026-01-05 08:00");
  Case file;
  std::vector<std::pair<Event, Instant>> happened;
  std::int64_t procedure_version = 1;

  [[nodiscard]] access::Caller caller(std::string const& post) const {
    return {access::AccountId{"acc-" + post}, PersonId{"per-" + post}, {}};
  }

  /// Carries out what `decide` says, or gives its refusal.
  template <class Decide>
  Result<std::vector<Event>> play(std::string const& post, Identity identity, Decide const& decide) {
    auto const who = caller(post);
    Occasion const occasion{now, who, agency, calendar, procedure, identity};
    auto decision = decide(occasion);
    if (!decision) return std::unexpected(decision.error());
    for (auto const& event : decision->events) happened.emplace_back(event, now);
    file = std::move(decision->after);
    now += std::chrono::hours{1};
    return std::move(decision->events);
  }

  Result<std::vector<Event>> try_start(std::string const& post, StartCase const& command) {
    NewCase const fresh{CaseId{"case1"}, "0001/2026", procedure_version, assignments};
    return play(post, Identity::session, [&](auto const& occasion) { return decide(fresh, command, occasion); });
  }
  CaseGame& start(std::string const& post = "analis", StartCase const& command = letter_start()) {
    EXPECT_TRUE(try_start(post, command).has_value());
    return *this;
  }

  Result<std::vector<Event>> try_act(std::string const& post, TaskId const& id, TaskAct const& what,
                                     Identity identity = Identity::proven) {
    auto const* seen = find_task(file, id);
    TaskCommand const command{id, seen ? std::optional{seen->revision} : std::nullopt, what};
    return play(post, identity, [&](auto const& occasion) { return decide(file, command, occasion); });
  }
  std::vector<Event> act(std::string const& post, TaskId const& id, TaskAct const& what) {
    auto events = try_act(post, id, what);
    EXPECT_TRUE(events.has_value()) << (events
                                            ? ""
                                            : std::string{events.error().type->code} + " " + events.error().detail.en);
    return events.value_or(std::vector<Event>{});
  }
  std::string refused(std::string const& post, TaskId const& id, TaskAct const& what,
                      Identity identity = Identity::proven) {
    auto const events = try_act(post, id, what, identity);
    return events ? "" : std::string{events.error().type->code};
  }

  Result<std::vector<Event>> try_steer(std::string const& post, CaseCommand const& command) {
    return play(post, Identity::session, [&](auto const& occasion) { return decide(file, command, occasion); });
  }
  std::vector<Event> steer(std::string const& post, CaseCommand const& command) {
    auto events = try_steer(post, command);
    EXPECT_TRUE(events.has_value()) << (events ? "" : std::string{events.error().type->code});
    return events.value_or(std::vector<Event>{});
  }
  std::string steer_refused(std::string const& post, CaseCommand const& command) {
    auto const events = try_steer(post, command);
    return events ? "" : std::string{events.error().type->code};
  }

  /// The open task of this step and action (the first one, or the holder's); an unknown id when there is none.
  [[nodiscard]] TaskId task(std::string const& step, Action action, std::string const& holder = "") const {
    for (auto const& each : file.tasks) {
      bool const fits = each.is_open() && each.step.value == step && each.action == action;
      if (fits && (holder.empty() || each.holder.value == holder)) return each.id;
    }
    return TaskId{"none-1"};
  }
  [[nodiscard]] bool is_open(std::string const& step) const { return open_run(file, StepId{step}) != nullptr; }
  [[nodiscard]] std::vector<std::string> open_steps() const {
    std::vector<std::string> ids;
    for (auto const& run : file.runs) {
      if (run.is_open()) ids.push_back(run.step.value);
    }
    return ids;
  }

  /// Whoever may act for the holder.
  [[nodiscard]] std::string post_for(HolderId const& holder) const {
    auto const people = access::people_for(agency, holder, local_date(now, calendar::offset_of(calendar)));
    return people.empty() ? "nobody" : people.front().value.substr(4);
  }

  /// Shows what is missing and writes what must be left behind.
  void prepare(Task seen) {
    auto const* step = procedure::find_step(procedure, seen.step);
    auto const post = post_for(seen.holder);
    for (std::size_t i = 0; i < step->inputs.size(); ++i) {
      if (is_present(file, *step, *open_run(file, step->id), i)) continue;
      act(post, seen.id, PresentInput{static_cast<std::int32_t>(i), reference("Lemari arsip B2")});
    }
    auto const* run = open_run(file, step->id);
    auto const* from = run->from ? procedure::find_step(procedure, *run->from) : nullptr;
    bool const repairs = run->sent_back || (from && from->outcomes.size() > 1);
    bool const writes = seen.action == Action::work || seen.action == Action::gather;
    if (writes && !paper_key(*step).empty() && (repairs || !latest_version(file, paper_key(*step)))) {
      act(post, seen.id, WritePaper{words("Naskah " + std::to_string(happened.size()))});
    }
  }

  /// Does the open task the way an orderly office would; a review takes the outcome named in `outcome`, else the last.
  void do_task(TaskId id, std::string const& outcome = "") {
    auto const seen = *find_task(file, id);
    auto const* step = procedure::find_step(procedure, seen.step);
    auto const post = post_for(seen.holder);
    if (seen.action != Action::answer && seen.action != Action::receive) prepare(seen);
    switch (seen.action) {
      case Action::dispose:
        act(post, id, Dispose{{{HolderId{"pos-sekretaris"}}, Nature::urgent, {Instruction::process}, ""}});
        break;
      case Action::work:
        act(post, id, CompleteTask{});
        break;
      case Action::gather:
        for (auto const& each : std::vector<Task>{file.tasks}) {
          if (each.action != Action::answer || !each.is_open()) continue;
          act(post_for(each.holder), each.id, AnswerRequest{"Data terlampir.", {}, {}});
          act(post, each.id, AcceptRequest{});
        }
        act(post, id, CompleteTask{});
        break;
      case Action::review: {
        auto const label = step->outcomes.empty() ? "" : outcome.empty() ? step->outcomes.back().label : outcome;
        act(post, id, CompleteTask{.outcome = label, .reason = "Sudah diperiksa."});
        break;
      }
      case Action::initial:
      case Action::sign:
        act(post, id, MarkPaper{paper_of(file, *step)->latest().sha256, {}});
        break;
      case Action::distribute:
        act(post, id, Distribute{{HolderId{"unit-pustaka"}, HolderId{"unit-arsip"}}, "Untuk dilaksanakan."});
        act("kabid-pustaka", task(seen.step.value, Action::receive, "unit-pustaka"), ConfirmReceipt{});
        act("kabid-arsip", task(seen.step.value, Action::receive, "unit-arsip"), ConfirmReceipt{});
        act(post, id, ArchiveCase{{"000.8.6.3", 2, 3, Disposal::destroy, "Lemari B2"}, {}});
        break;
      default:
        break;
    }
  }

  /// Goes on in an orderly way until the step is open; or to the end.
  CaseGame& run_to(std::string const& step = "", std::string const& outcome = "") {
    for (int count = 0; count < 100 && file.state == CaseState::running && !is_open(step); ++count) {
      auto const next = std::ranges::find_if(file.tasks, [](Task const& each) {
        return each.is_open() && each.action != Action::answer && each.action != Action::receive;
      });
      if (next == file.tasks.end()) break;
      do_task(next->id, outcome);
    }
    EXPECT_TRUE(step.empty() || is_open(step)) << step << " was not reached";
    return *this;
  }
};

inline std::vector<std::string> names_of(std::vector<Event> const& events) {
  std::vector<std::string> names;
  for (auto const& event : events) {
    std::visit([&](auto const& each) { names.emplace_back(each.event_name.substr(9)); }, event);
  }
  return names;
}

using Names = std::vector<std::string>;

}  // namespace himpun::test
