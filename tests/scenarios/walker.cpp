#include "scenarios/walker.h"

#include <algorithm>
#include <map>

#include "base/json_map.h"
#include "scenarios/case_text.h"
#include "scenarios/cast.h"

namespace himpun::test {
namespace {

using namespace workflow;
using procedure::Procedure;
using procedure::Step;

constexpr int longest_way_to_the_end = 600;

/// For each step, how many steps it is from an end at the least.
std::map<StepId, int> distances(Procedure const& procedure) {
  std::map<StepId, int> found;
  for (bool grew = true; grew;) {
    grew = false;
    for (auto const& step : procedure.steps) {
      int best = step.outcomes.empty() && step.next.empty() ? 0 : longest_way_to_the_end;
      auto const consider = [&](StepId const& id) {
        if (id.empty())
          best = 0;
        else if (found.contains(id))
          best = std::min(best, 1 + found[id]);
      };
      for (auto const& each : step.outcomes) consider(each.target);
      for (auto const& each : step.next) consider(each);
      if (best < longest_way_to_the_end && (!found.contains(step.id) || found[step.id] > best)) {
        found[step.id] = best;
        grew = true;
      }
    }
  }
  return found;
}

bool is_for_others(Task const& task) { return task.action == Action::answer || task.action == Action::receive; }

}  // namespace

Ground make_ground(Procedure procedure) {
  Ground ground{procedure, make_cast(procedure), shipped_calendar(), {}};
  for (auto const& each : cast_assignments(procedure)) {
    Assignment assignment{each.actor, {}};
    for (auto const& holder : each.holders) assignment.holders.emplace_back(holder);
    ground.assignments.push_back(std::move(assignment));
  }
  return ground;
}

Walker::Walker(Ground const& ground, std::uint64_t seed) : ground_(ground), random_(seed) {
  now_ = *parse_instant("2026-01-05T01:00:00Z") + std::chrono::hours{roll(8000)};
}

std::string Walker::walk(int steps) {
  start();
  for (int i = 0; i < steps && fault_.empty(); ++i) {
    let_time_pass();
    roll(12) == 0 ? steer_at_random() : act_at_random();
  }
  if (fault_.empty()) finish();
  if (fault_.empty()) check_fold();
  return fault_;
}

void Walker::start() {
  StartCase const command{"Berkas acak",
                          {PeriodKind::month, 2026, 1 + roll(12)},
                          {.kind = OriginKind::instruction, .subject = "Arahan pimpinan"},
                          std::nullopt};
  auto const who = caller(somebody());
  NewCase const fresh{CaseId{"berkas"}, "0001/2026", 1, ground_.assignments};
  if (!take(decide(fresh, command, {now_, who, ground_.agency, ground_.calendar, ground_.procedure}))) {
    broken("a case cannot be started: " + last_refusal_);
  }
}

void Walker::let_time_pass() {
  if (roll(3) != 0) return;
  now_ += std::chrono::minutes{roll(3) == 0 ? roll(6000) : roll(200)};
}

bool Walker::take(Result<Decision> decision) {
  if (!decision) {
    ++refused_;
    last_refusal_ = std::string{decision.error().type->code} + " " + decision.error().detail.en;
    return false;
  }
  ++accepted_;
  auto const had = file_.tasks;
  file_ = std::move(decision->after);
  for (auto const& event : decision->events) evolve(folded_, event, now_);
  if (decision->events.empty()) check_fold();
  for (std::size_t i = 0; i < had.size(); ++i) {
    if (file_.tasks.at(i).revision < had[i].revision) broken("a task's revision fell");
    if (!had[i].is_open() && file_.tasks[i].is_open()) broken("a closed task is open again");
  }
  check(decision->events);
  return true;
}

void Walker::check(std::vector<workflow::Event> const& events) {
  for (auto const& event : events) {
    auto const* marked = std::get_if<PaperMarked>(&event);
    if (!marked) continue;
    auto const* version = latest_version(file_, marked->paper);
    if (!version || version->number != marked->number || version->sha256 != marked->sha256) {
      broken("a mark does not stand on the version that was hashed");
    }
  }
  check_open_work();
  check_marks();
  if (roll(6) == 0) check_fold();
}

void Walker::check_open_work() {
  std::set<StepId> open;
  for (auto const& run : file_.runs) {
    if (!run.is_open() || file_.state == CaseState::cancelled) continue;
    if (!open.insert(run.step).second) broken("step " + run.step.value + " is open twice");
    bool const held = std::ranges::any_of(file_.tasks, [&](Task const& task) {
      return task.step == run.step && task.run == run.run && task.is_open() &&
             access::is_open_holder(ground_.agency, task.holder);
    });
    if (!held) broken("nobody holds the open step " + run.step.value);
  }
  bool const is_over = file_.state == CaseState::completed || file_.state == CaseState::cancelled;
  if (!is_over && open.empty()) broken("the case is " + word_of(file_.state) + " and no step is open");
  if (file_.state == CaseState::completed && !open.empty()) broken("the case is completed and a step is open");
  for (std::size_t i = 0; i < file_.tasks.size(); ++i) {
    auto const& task = file_.tasks[i];
    if (task.id != task_id(file_.id, i + 1)) broken("task ids do not count up");
    if (is_over && task.is_open()) broken("the case is " + word_of(file_.state) + " and a task is open");
    if (!is_over && task.is_open() && !open.contains(task.step)) broken("a task of a closed step is open");
  }
}

void Walker::check_marks() {
  for (auto const& paper : file_.papers) {
    for (std::size_t i = 0; i < paper.versions.size(); ++i) {
      auto const& version = paper.versions[i];
      if (version.number != static_cast<std::int32_t>(i + 1)) broken("versions of a paper do not count up");
      if (version.sha256 != content_hash(version.content)) broken("a version's hash is not that of its content");
      bool const has_valid = std::ranges::any_of(version.marks, [](Mark const& mark) { return !mark.voided_at; });
      if (has_valid && &version != &paper.latest()) broken("a mark holds on a version that is not the latest");
    }
  }
}

void Walker::check_fold() {
  if (case_text(folded_) != case_text(file_)) {
    broken("the events do not fold to the case\n  folded: " + case_text(folded_) + "\n  case:   " + case_text(file_));
  }
}

void Walker::broken(std::string what) {
  if (fault_.empty()) fault_ = std::move(what);
}

bool Walker::try_task(std::string const& person, TaskId const& task, TaskAct act, Identity identity) {
  auto const who = caller(person);
  auto const* found = find_task(file_, task);
  TaskCommand command{task, found ? std::optional{found->revision} : std::nullopt, std::move(act)};
  return take(decide(file_, command, {now_, who, ground_.agency, ground_.calendar, ground_.procedure, identity}));
}

bool Walker::try_case(std::string const& person, CaseCommand const& command) {
  auto const who = caller(person);
  return take(decide(file_, command, {now_, who, ground_.agency, ground_.calendar, ground_.procedure}));
}

void Walker::finish() {
  if (file_.state == CaseState::suspended) {
    for (auto const& [id, person] : ground_.agency.people) {
      if (file_.state == CaseState::suspended) (void)try_case(id.value, ResumeCase{});
    }
  }
  for (int i = 0; i < longest_way_to_the_end && fault_.empty() && file_.state == CaseState::running; ++i) {
    auto const next =
        std::ranges::find_if(file_.tasks, [](Task const& task) { return task.is_open() && !is_for_others(task); });
    if (next == file_.tasks.end()) return broken("nothing can be done and the case is not at its end");
    finish_one(Task{*next});
  }
  if (fault_.empty() && file_.state != CaseState::completed && file_.state != CaseState::cancelled) {
    broken("the case does not reach its end; last refusal: " + last_refusal_);
  }
}

void Walker::finish_one(Task const& task) {
  now_ += std::chrono::hours{2};
  auto const& step = step_of(task);
  for (std::size_t i = 0; i < step.inputs.size(); ++i) {
    auto const* run = open_run(file_, step.id);
    if (run && !is_present(file_, step, *run, i)) {
      (void)as_anybody_for(task,
                           PresentInput{static_cast<std::int32_t>(i), {ContentKind::reference, "Lemari B2", {}, {}}});
    }
  }
  task.action == Action::initial || task.action == Action::sign ? mark(task) : complete(task, step);
}

void Walker::complete(Task const& task, Step const& step) {
  bool const writes = task.action == Action::work || task.action == Action::gather;
  if (writes && !paper_key(step).empty() && !find_paper(file_, paper_key(step))) {
    (void)as_anybody_for(task, WritePaper{{ContentKind::text, "Naskah " + paper_key(step), {}, {}}});
  }
  bool done = false;
  if (task.action == Action::dispose) {
    done = as_anybody_for(task, Dispose{{{some_holder()}, Nature::ordinary, {Instruction::process}, "Lanjutkan"}});
  } else if (task.action == Action::distribute) {
    (void)as_anybody_for(task, Distribute{{some_holder()}, ""});
    done = as_anybody_for(task, ArchiveCase{{"000.8", 2, 3, Disposal::destroy, "Boks 1"}, "Penerima cuti"});
  } else {
    done = as_anybody_for(task, completion(step));
  }
  if (!done && fault_.empty()) broken("step " + step.id.value + " cannot be ended: " + last_refusal_);
}

void Walker::mark(Task const& task) {
  auto const& step = step_of(task);
  MarkPaper const command{latest_hash(step)};
  if (as_anybody_for(task, command)) return;
  appoint_somebody_new(task);
  if (as_anybody_for(task, command)) return;
  // Initials that an edit voided are given anew: the paper goes back.
  for (auto const& target : step.returns) {
    if (as_anybody_for(task, ReturnStep{target, "Agar diparaf lagi"})) return;
  }
  broken("step " + step.id.value + " cannot be marked: " + last_refusal_);
}

TaskAct Walker::completion(Step const& step) {
  CompleteTask complete{.note = "Tidak perlu diubah", .missing_reason = "Bidang belum menjawab"};
  if (!step.outcomes.empty()) {
    complete.outcome = way_out(step);
    complete.reason = "Sudah diperiksa";
  }
  return complete;
}

std::string Walker::way_out(Step const& step) const {
  auto const far = distances(ground_.procedure);
  auto const distance = [&](procedure::Outcome const& each) {
    return each.target.empty() ? -1 : far.contains(each.target) ? far.at(each.target) : longest_way_to_the_end;
  };
  return std::ranges::min_element(step.outcomes, {}, distance)->label;
}

bool Walker::as_anybody_for(Task const& task, TaskAct const& act) {
  auto const people =
      access::people_for(ground_.agency, task.holder, local_date(now_, calendar::offset_of(ground_.calendar)));
  if (people.empty()) last_refusal_ = "nobody may act for " + task.holder.value;
  return std::ranges::any_of(people, [&](auto const& person) { return try_task(person.value, task.id, act); });
}

/// Whoever wrote or initialled a paper may not mark it: the office appoints somebody for the day.
void Walker::appoint_somebody_new(Task const& task) {
  auto const name = "plh-" + std::to_string(++newcomers_);
  take_all(ground_.agency, person_commands(name));
  auto const today = local_date(now_, calendar::offset_of(ground_.calendar));
  take_all(ground_.agency, {access::Appoint{{access::AppointmentId{"sk-" + name}, access::PersonId{name},
                                             access::PositionId{task.holder.value}, access::Standing::plh, today, today,
                                             "SK uji 2/2026"}}});
}

std::string Walker::latest_hash(Step const& step) {
  auto const* paper = paper_of(file_, step);
  return paper ? paper->latest().sha256 : "";
}

Step const& Walker::step_of(Task const& task) const { return *procedure::find_step(ground_.procedure, task.step); }

access::Caller Walker::caller(std::string const& person) const {
  return {access::AccountId{person}, access::PersonId{person}, {}};
}

}  // namespace himpun::test
