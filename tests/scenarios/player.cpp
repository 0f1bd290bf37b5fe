#include "scenarios/player.h"

#include <algorithm>

#include "app/desks/case_desk.h"
#include "app/founding.h"
#include "base/json_map.h"
#include "core/calendar/rules.h"
#include "scenarios/cast.h"
#include "support/files.h"

namespace himpun::test {

using namespace workflow;

namespace {

Date take_date(Words& words) {
  auto const date = parse_date(words.take());
  if (!date) throw ScriptFault{words.place() + ": a date is written 2026-01-05"};
  return *date;
}

/// `08:00` in western Indonesian time, in which every scenario plays.
Instant take_time(Date date, Words& words) {
  auto const at = parse_instant(to_text(date) + "T" + words.take() + ":00+07:00");
  if (!at) throw ScriptFault{words.place() + ": a time is written 08:00"};
  return *at;
}

std::string because(Words& words) {
  if (!words.take_if("because")) return {};
  return words.take();
}

Period take_period(Words& words) {
  auto const kind = words.take();
  auto const number = words.take_number();
  auto const year = words.take_number();
  if (kind == "month") return {PeriodKind::month, year, number};
  if (kind == "quarter") return {PeriodKind::quarter, year, number};
  if (kind == "semester") return {PeriodKind::semester, year, number};
  if (kind == "year") return {PeriodKind::year, year, number};
  throw ScriptFault{words.place() + ": a period is a month, quarter, semester or year"};
}

}  // namespace

void Player::play(Scenario const& scenario) {
  for (auto words : scenario.statements) {
    auto const kind = words.take();
    if (kind == "given") {
      given(words);
    } else if (kind == "then") {
      then(words);
    } else if (kind == "when") {
      auto const done = when(words);
      if (!done)
        throw ScriptFault{words.place() + ": refused with " + std::string{done.error().type->code} + " (" +
                          done.error().detail.en + ")"};
    } else if (kind == "refused") {
      words.expect("with");
      auto const code = words.take();
      words.expect("when");
      auto const done = when(words);
      expect(words, "the refusal", code, done ? "none" : std::string{done.error().type->code});
    } else {
      throw ScriptFault{words.place() + ": begin with given, when, then or refused"};
    }
    words.end();
  }
}

template <class Seen>
void Player::expect(Words const& words, std::string const& what, Seen const& wanted, Seen const& seen) {
  if (wanted == seen) return;
  std::ostringstream text;
  text << words.place() << ": " << what << " should be " << wanted << ", it is " << seen << "; open:";
  for (auto const& task : file().tasks) {
    if (task.is_open())
      text << ' ' << task.step.value << " (" << word_of(task.action) << ", " << task.holder.value << ')';
  }
  throw ScriptFault{text.str()};
}

void Player::given(Words& words) {
  auto const what = words.take();
  if (what == "office") {
    procedure_ = words.take();
    source_ = read_source_file("procedures/" + procedure_ + ".yaml");
    stage_.found(procedure_);
  } else if (what == "date") {
    auto const date = take_date(words);
    stage_.set_now(take_time(date, words));
  } else if (what == "person") {
    administer(person_commands(words.take()), words);
  } else if (what == "plt" || what == "plh" || what == "delegation") {
    auto const standing = what == "plt"   ? access::Standing::plt
                          : what == "plh" ? access::Standing::plh
                                          : access::Standing::delegation;
    given_person_for(words, standing);
  } else if (what == "duties") {
    auto const separation =
        words.take_if("relaxed") ? access::DutySeparation::relaxed : access::DutySeparation::enforced;
    if (separation == access::DutySeparation::enforced) words.expect("enforced");
    administer({access::SetDutySeparation{separation, because(words)}}, words);
  } else if (what == "appointment") {
    words.expect("of");
    auto const who = words.take();
    words.expect("ends");
    administer({access::EndAppointment{access::AppointmentId{"sk-" + who}, take_date(words), "Pensiun"}}, words);
  } else if (what == "holiday") {
    given_local_holiday(words);
  } else if (what == "version") {
    given_version(words);
  } else {
    throw ScriptFault{words.place() + ": '" + what + "' cannot be given"};
  }
}

void Player::given_person_for(Words& words, access::Standing standing) {
  auto const who = words.take();
  words.expect("for");
  auto const position = words.take();
  words.expect("from");
  auto const from = take_date(words);
  words.expect("to");
  auto const to = take_date(words);
  administer(
      {access::Appoint{{access::AppointmentId{"sk-uji-" + std::to_string(++appointments_)}, access::PersonId{who},
                        access::PositionId{position}, standing, from, to, "SK uji 9/2026"}}},
      words);
}

/// The next version of the procedure: the same text with some words replaced.
void Player::given_version(Words& words) {
  words.expect("with");
  auto const now = words.take();
  words.expect("instead");
  words.expect("of");
  auto const before = words.take();
  std::size_t count = 0;
  for (auto at = source_.find(before); at != std::string::npos; at = source_.find(before, at + now.size())) {
    source_.replace(at, before.size(), now);
    ++count;
  }
  if (count == 0) throw ScriptFault{words.place() + ": the procedure does not say '" + before + "'"};
  stage_.adopt(source_);
}

/// A change of the calendar; then Himpun brings the running case up to it.
void Player::given_local_holiday(Words& words) {
  auto const date = take_date(words);
  auto const done = stage_.office().carry_out({}, [&](app::Desk& desk) -> Result<Json> {
    auto const events = calendar::add_local_holiday(desk.calendar(), {date, "Libur daerah", "Keputusan Bupati 1/2026"});
    if (!events) return std::unexpected(events.error());
    auto const head = desk.record(app::calendar_stream, desk.calendar_book->head, *events);
    if (!head) return std::unexpected(head.error());
    desk.calendar_book = desk.books.calendar(desk.reader);
    return app::steer_case(desk, case_, std::nullopt, RecomputeDeadlines{});
  });
  if (!done) throw ScriptFault{words.place() + ": " + done.error().detail.en};
}

void Player::administer(std::vector<access::Command> const& commands, Words& words) {
  auto const done =
      stage_.office().carry_out({access::AccountId{cast_administrator}, {}}, [&](app::Desk& desk) -> Result<Json> {
        if (auto ok = app::record_agency(desk, commands); !ok) return std::unexpected(ok.error());
        return Json{};
      });
  if (!done)
    throw ScriptFault{words.place() + ": " + std::string{done.error().type->code} + " " + done.error().detail.en};
}

Result<Json> Player::start(std::string const& who, Words& words) {
  StartCase command{.title = words.take(), .period = take_period(words)};
  words.expect("by");
  if (words.take_if("letter")) {
    command.origin = {.kind = OriginKind::letter,
                      .from = "Inspektorat",
                      .number = words.take(),
                      .date = today(),
                      .subject = "Permintaan data"};
  } else {
    words.expect("instruction");
    command.origin = {.kind = OriginKind::instruction, .subject = words.take()};
  }
  auto const done = stage_.office().carry_out({access::AccountId{who}, {}}, [&](app::Desk& desk) {
    return app::start_case(desk, procedure::ProcedureId{procedure_}, command);
  });
  if (done) case_ = CaseId{*done->find("id")->get_if<std::string>()};
  return done;
}

Result<Json> Player::when(Words& words) {
  auto const who = words.take();
  auto const verb = words.take();
  if (verb == "starts") return start(who, words);
  if (verb == "reads") return act(who, {}, ReadTask{}, words);
  if (verb == "completes" || verb == "decides") return complete(who, words);
  if (verb == "disposes") {
    words.expect("to");
    Disposition given{
        .to = {HolderId{words.take()}}, .nature = Nature::urgent, .instructions = {}, .note = words.take()};
    return act(who, {Action::dispose}, Dispose{given}, words);
  }
  if (verb == "returns") {
    words.expect("to");
    StepId const target{words.take()};
    return act(who, {Action::initial, Action::sign, Action::review, Action::work}, ReturnStep{target, because(words)},
               words);
  }
  if (verb == "distributes") return distribute(who, words);
  if (verb == "receives") return act(who, {Action::receive}, ConfirmReceipt{}, words);
  if (verb == "archives") {
    auto const reason = because(words);
    return act(who, {Action::distribute}, ArchiveCase{{"000.8.6.3", 2, 3, Disposal::destroy, "Lemari B2"}, reason},
               words);
  }
  if (auto done = act_on_paper(who, verb, words)) return *done;
  if (auto done = act_on_request(who, verb, words)) return *done;
  if (auto done = steer(who, verb, words)) return *done;
  throw ScriptFault{words.place() + ": nobody can do '" + verb + "'"};
}

std::optional<Result<Json>> Player::act_on_paper(std::string const& who, std::string const& verb, Words& words) {
  if (verb == "shows") {
    auto const index = words.take_number();
    return act(who, {}, PresentInput{index, {ContentKind::reference, words.take(), {}, {}}}, words);
  }
  if (verb == "writes") {
    Content const content{ContentKind::text, words.take(), {}, {}};
    return act(who, {Action::work, Action::gather}, WritePaper{content}, words);
  }
  if (verb != "initials" && verb != "signs") return std::nullopt;
  auto const identity = words.take_if("unproven") ? Identity::session : Identity::proven;
  Acts const actions{verb == "signs" ? Action::sign : Action::initial};
  auto const paper_key = words.take_if("paper") ? words.take() : std::string{};
  auto const seen = file();
  auto rest = words;
  auto const task = find_task(who, actions, rest);
  // What the official has read on the screen: the latest version of the step's paper.
  std::string hash;
  stage_.node(0).world().store.read([&](app::Reader& reader) {
    auto const book = stage_.node(0).books().book(reader, procedure_);
    auto const* version = procedure::find_version(book->state, seen.procedure_version);
    auto const* step = version ? procedure::find_step(version->procedure, task.step) : nullptr;
    auto const* paper = step ? paper_of(seen, *step) : nullptr;
    if (paper) hash = paper->latest().sha256;
  });
  if (!paper_key.empty()) hash = latest_version(seen, paper_key) ? latest_version(seen, paper_key)->sha256 : "";
  return act(who, actions, MarkPaper{hash}, words, identity);
}

std::optional<Result<Json>> Player::act_on_request(std::string const& who, std::string const& verb, Words& words) {
  if (verb == "answers") return act(who, {Action::answer}, AnswerRequest{words.take(), {}, {}}, words);
  if (verb != "accepts" && verb != "rejects") return std::nullopt;
  HolderId const unit{words.take()};
  TaskAct judgement = AcceptRequest{};
  if (verb == "rejects") judgement = RejectRequest{words.take()};
  auto const now = file();
  auto const request = std::ranges::find_if(now.tasks.rbegin(), now.tasks.rend(), [&](Task const& task) {
    return task.action == Action::answer && task.holder == unit;
  });
  if (request == now.tasks.rend()) throw ScriptFault{words.place() + ": nothing was asked of " + unit.value};
  return on_task(who, *request, std::move(judgement), Identity::session);
}

Result<Json> Player::complete(std::string const& who, Words& words) {
  CompleteTask command;
  if (!words.empty() && words.peek() != "in" && words.peek() != "because" && words.peek() != "noting")
    command.outcome = words.take();
  if (words.take_if("noting")) command.note = words.take();
  auto const reason = because(words);
  (command.outcome ? command.reason : command.missing_reason) = reason;
  return act(who, {Action::work, Action::gather, Action::review}, command, words);
}

Result<Json> Player::distribute(std::string const& who, Words& words) {
  words.expect("to");
  Distribute command;
  while (!words.empty() && words.peek() != "in") command.recipients.emplace_back(words.take());
  return act(who, {Action::distribute}, command, words);
}

std::optional<Result<Json>> Player::steer(std::string const& who, std::string const& verb, Words& words) {
  if (verb == "suspends") return steer(who, SuspendCase{because(words)});
  if (verb == "resumes") return steer(who, ResumeCase{});
  if (verb == "cancels") return steer(who, CancelCase{because(words)});
  if (verb == "withdraws") return steer(who, WithdrawDisposition{because(words)});
  if (verb == "corrects") {
    auto const event = words.take_number();
    return steer(who, RecordCorrection{event, words.take()});
  }
  if (verb != "moves") return std::nullopt;
  words.expect("to");
  words.expect("version");
  auto const version = words.take_number();
  return stage_.office().carry_out({access::AccountId{who}, {}}, [&](app::Desk& desk) {
    auto const seen = desk.reader.head(app::case_stream(case_.value)).version;
    return app::move_case(desk, case_, seen, version);
  });
}

Result<Json> Player::steer(std::string const& who, CaseCommand const& command) {
  return stage_.office().carry_out({access::AccountId{who}, {}}, [&](app::Desk& desk) {
    auto const seen = desk.reader.head(app::case_stream(case_.value)).version;
    return app::steer_case(desk, case_, seen, command);
  });
}

/// The task the official means: their own open one that asks for this act, else their last one that did, else one of
/// somebody else.
Task Player::find_task(std::string const& who, Acts const& actions, Words& words) {
  auto const step = words.take_if("in") ? words.take() : std::string{};
  auto const now = file();
  auto const office = agency();
  Task const* best = nullptr;
  int best_rank = 0;
  for (auto const& task : now.tasks) {
    if (!step.empty() && task.step.value != step) continue;
    bool const fits = actions.empty() || std::ranges::find(actions, task.action) != actions.end();
    bool const mine = access::post_for(office, access::PersonId{who}, task.holder, today()).has_value();
    int const rank = (fits ? 4 : 0) + (mine ? 2 : 0) + (task.is_open() ? 1 : 0);
    if (!best || rank > best_rank || (rank == best_rank && !task.is_open())) {
      best = &task;
      best_rank = rank;
    }
  }
  if (!best) throw ScriptFault{words.place() + ": there is no task " + step};
  return *best;
}

Result<Json> Player::act(std::string const& who, Acts const& actions, TaskAct act, Words& words, Identity identity) {
  return on_task(who, find_task(who, actions, words), std::move(act), identity);
}

Result<Json> Player::on_task(std::string const& who, Task const& task, TaskAct act, Identity identity) {
  TaskCommand const command{task.id, task.revision, std::move(act)};
  return stage_.office().carry_out({access::AccountId{who}, {}},
                                   [&](app::Desk& desk) { return app::act_on_task(desk, command, identity); });
}

Case Player::file() {
  Case found;
  auto& office = stage_.node(0);
  office.world().store.read([&](app::Reader& reader) { found = office.books().find_case(reader, case_.value)->state; });
  return found;
}

access::Agency Player::agency() {
  access::Agency found;
  auto& office = stage_.node(0);
  office.world().store.read([&](app::Reader& reader) { found = office.books().agency(reader)->state; });
  return found;
}

std::size_t Player::inbox_of(std::string const& who) {
  std::size_t count = 0;
  auto const office = agency();
  stage_.office().world().store.read([&](app::Reader& reader) {
    for (auto const& holder : access::holders_of(office, access::PersonId{who}, today())) {
      app::TaskQuery query;
      query.holder = holder.value;
      count += reader.list_tasks(query).size();
    }
  });
  return count;
}

void Player::then(Words& words) {
  auto const what = words.take();
  if (what == "inbox") {
    words.expect("of");
    auto const who = words.take();
    words.expect("has");
    return expect<std::size_t>(words, "the inbox of " + who, static_cast<std::size_t>(words.take_number()),
                               inbox_of(who));
  }
  if (what == "marks" || what == "voided" || what == "paper") return then_of_paper(what, words);
  then_of_case(what, words);
}

void Player::then_of_case(std::string const& what, Words& words) {
  auto const now = file();
  if (what == "state") return expect(words, "the state", words.take(), word_of(now.state));
  if (what == "waiting")
    return expect(words, "joins that wait", words.take_number(), static_cast<int>(now.arrived.size()));
  auto const step = words.take();
  auto const* run = open_run(now, StepId{step});
  if (what == "open") {
    expect(words, step, std::string{"open"}, run ? std::string{"open"} : "closed");
    if (!words.take_if("held")) return;
    words.expect("by");
    auto const holder = words.take();
    bool const held = std::ranges::any_of(now.tasks, [&](Task const& task) {
      return task.is_open() && task.step.value == step && task.holder.value == holder;
    });
    return expect(words, step + " held by " + holder, std::string{"yes"}, held ? std::string{"yes"} : "no");
  }
  if (what == "closed") return expect(words, step, std::string{"closed"}, run ? std::string{"open"} : "closed");
  if (what == "runs")
    return expect(words, "runs of " + step, words.take_number(),
                  static_cast<int>(std::ranges::count(now.runs, StepId{step}, &StepRun::step)));
  if (what == "due") {
    auto const date = take_date(words);
    auto const wanted = words.empty() ? to_text(date) : to_text(take_time(date, words));
    auto const seen = !run || !run->due_at                   ? "none"
                      : words.empty() && wanted.size() == 10 ? to_text(local_date(*run->due_at, UtcOffset{}))
                                                             : to_text(*run->due_at);
    return expect(words, "the due date of " + step, wanted, seen);
  }
  if (what == "missing") {
    auto const last = std::ranges::find(now.runs.rbegin(), now.runs.rend(), StepId{step}, &StepRun::step);
    auto const seen =
        last == now.runs.rend() || last->missing.empty() ? std::string{"none"} : last->missing.front().value;
    return expect(words, "missing in " + step, words.take(), seen);
  }
  throw ScriptFault{words.place() + ": '" + what + "' cannot be looked at"};
}

void Player::then_of_paper(std::string const& what, Words& words) {
  int valid = 0;
  int voided = 0;
  auto const now = file();
  for (auto const& paper : now.papers) {
    for (auto const& version : paper.versions) {
      for (auto const& mark : version.marks) ++(mark.voided_at ? voided : valid);
    }
  }
  if (what == "marks") return expect(words, "valid marks", words.take_number(), valid);
  if (what == "voided") return expect(words, "voided marks", words.take_number(), voided);
  auto const key = words.take();
  words.expect("version");
  auto const* latest = latest_version(now, key);
  expect(words, "the latest version of " + key, words.take_number(), latest ? int{latest->number} : 0);
}

}  // namespace himpun::test
