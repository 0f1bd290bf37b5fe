#include "core/procedure/soundness.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "core/procedure/proof/state_search.h"
#include "core/procedure/reader.h"
#include "support/files.h"

namespace himpun::procedure {
namespace {

StepId id_of(std::size_t index) { return StepId{"s" + std::to_string(index)}; }

Step make_step(std::size_t index, std::vector<std::size_t> const& next) {
  Step step;
  step.id = id_of(index);
  for (auto const each : next) step.next.push_back(id_of(each));
  return step;
}

/// Steps s0, s1, ... with these successors; s0 is the start.
Procedure make_procedure(std::vector<std::vector<std::size_t>> const& next) {
  Procedure procedure;
  for (std::size_t i = 0; i < next.size(); ++i) procedure.steps.push_back(make_step(i, next[i]));
  procedure.steps.front().is_start = true;
  return procedure;
}

void choose(Step& step, std::vector<std::size_t> const& targets) {
  step.next.clear();
  for (auto const each : targets) step.outcomes.push_back({"ke " + std::to_string(each), id_of(each)});
}

std::vector<std::string> codes(Procedure const& procedure) {
  std::vector<std::string> list;
  for (auto const& fault : prove_soundness(procedure).faults) list.emplace_back(fault.problem.type->code);
  return list;
}

/// The token game played in the plainest way, with every state and every order: open steps and waiting hand-overs are
/// counted. It shares no code with the proof.
class PlainGame {
 public:
  explicit PlainGame(Procedure const& procedure) : procedure_(procedure) {}

  bool is_sound() {
    State first;
    for (auto const& step : procedure_.steps) {
      if (step.is_start) ++first.open[step.id.value];
    }
    if (!explore(first)) return false;
    for (auto const& step : procedure_.steps) {
      if (!happened_.contains(step.id.value)) return false;
    }
    return every_state_reaches_the_end();
  }

 private:
  struct State {
    std::map<std::string, int> open;
    std::map<std::pair<std::string, std::string>, int> waiting;
    auto operator<=>(State const&) const = default;
    [[nodiscard]] bool is_over() const { return open.empty() && waiting.empty(); }
  };

  static void take(auto& counts, auto const& key) {
    if (--counts[key] == 0) counts.erase(key);
  }

  void deliver(State& state, StepId const& from, StepId const& to) const {
    auto const* step = find_step(procedure_, to);
    if (std::ranges::find(step->waits_for, from) == step->waits_for.end()) {
      ++state.open[to.value];
    } else {
      ++state.waiting[{from.value, to.value}];
    }
  }

  [[nodiscard]] std::vector<State> successors(State const& state) {
    std::vector<State> list;
    for (auto const& step : procedure_.steps) {
      if (step.waits_for.empty()) continue;
      auto const has_come = [&](StepId const& id) { return state.waiting.contains({id.value, step.id.value}); };
      if (!std::ranges::all_of(step.waits_for, has_come)) continue;
      State after = state;
      for (auto const& id : step.waits_for) take(after.waiting, std::pair{id.value, step.id.value});
      ++after.open[step.id.value];
      list.push_back(after);
    }
    for (auto const& [name, count] : state.open) {
      auto const& step = *find_step(procedure_, StepId{name});
      happened_.insert(name);
      State closed = state;
      take(closed.open, name);
      if (step.outcomes.empty()) {
        State after = closed;
        for (auto const& id : step.next) deliver(after, step.id, id);
        list.push_back(after);
      }
      for (auto const& outcome : step.outcomes) {
        State after = closed;
        if (!outcome.target.empty()) deliver(after, step.id, outcome.target);
        list.push_back(after);
      }
      for (auto const& id : step.returns) {
        State after = closed;
        ++after.open[id.value];
        list.push_back(after);
      }
    }
    return list;
  }

  static bool is_safe(State const& state) {
    auto const once = [](auto const& entry) { return entry.second == 1; };
    return std::ranges::all_of(state.open, once) && std::ranges::all_of(state.waiting, once);
  }

  bool explore(State const& first) {
    std::vector<State> todo{first};
    seen_.insert(first);
    while (!todo.empty()) {
      auto const state = todo.back();
      todo.pop_back();
      for (auto const& after : successors(state)) {
        if (!is_safe(after)) return false;
        before_[after].push_back(state);
        if (seen_.insert(after).second) todo.push_back(after);
      }
    }
    return true;
  }

  bool every_state_reaches_the_end() {
    std::set<State> good;
    std::vector<State> todo;
    for (auto const& state : seen_) {
      if (state.is_over()) todo.push_back(state);
    }
    while (!todo.empty()) {
      auto const state = todo.back();
      todo.pop_back();
      if (!good.insert(state).second) continue;
      for (auto const& earlier : before_[state]) todo.push_back(earlier);
    }
    return good.size() == seen_.size();
  }

  Procedure const& procedure_;
  std::set<State> seen_;
  std::set<std::string> happened_;
  std::map<State, std::vector<State>> before_;
};

/// A small procedure with random forks, choices, joins and returns; sound often enough to be interesting.
Procedure random_procedure(std::mt19937& random) {
  auto const pick = [&](std::size_t from, std::size_t to) {
    return std::uniform_int_distribution<std::size_t>{from, to}(random);
  };
  std::size_t const count = pick(2, 8);
  std::vector<std::vector<std::size_t>> next(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t const ways = pick(0, 9) < 6 ? 1 : pick(0, 3);
    for (std::size_t k = 0; k < ways; ++k) {
      bool const forward = i + 1 < count && pick(0, 9) < 8;
      std::size_t const target = forward ? pick(i + 1, std::min(count - 1, i + 3)) : pick(0, count - 1);
      if (std::ranges::find(next[i], target) == next[i].end()) next[i].push_back(target);
    }
  }
  auto procedure = make_procedure(next);
  for (std::size_t i = 0; i < count; ++i) {
    auto& step = procedure.steps[i];
    if (!next[i].empty() && pick(0, 9) < 3) {
      choose(step, next[i]);
      if (pick(0, 4) == 0) step.outcomes.push_back({"selesai", {}});
    }
    if (i > 0 && pick(0, 9) == 0) step.returns.push_back(id_of(pick(0, i - 1)));
    if (i > 0 && pick(0, 19) == 0) step.is_start = true;
  }
  for (std::size_t i = 1; i < count; ++i) {
    std::vector<StepId> sources;
    for (auto const& step : procedure.steps) {
      bool const hands_over = std::ranges::find(step.next, id_of(i)) != step.next.end() ||
                              std::ranges::find(step.outcomes, id_of(i), &Outcome::target) != step.outcomes.end();
      if (hands_over && pick(0, 9) < 9) sources.push_back(step.id);
    }
    if (sources.size() > 1 && pick(0, 9) < 8) procedure.steps[i].waits_for = sources;
  }
  return procedure;
}

/// Sequences, choices, forks with joins and loops inside each other (always sound), then a few random changes.
class RandomBlocks {
 public:
  explicit RandomBlocks(std::mt19937& random) : random_(random) {}

  Procedure make() {
    auto const [first, last] = block(3);
    procedure_.steps[first].is_start = true;
    static_cast<void>(last);
    for (std::size_t changes = pick(0, 2); changes > 0; --changes) change();
    return std::move(procedure_);
  }

 private:
  struct Ends {
    std::size_t first;
    std::size_t last;
  };

  std::size_t pick(std::size_t from, std::size_t to) {
    return std::uniform_int_distribution<std::size_t>{from, to}(random_);
  }
  std::size_t step() {
    procedure_.steps.push_back(make_step(procedure_.steps.size(), {}));
    return procedure_.steps.size() - 1;
  }
  Step& at(std::size_t index) { return procedure_.steps[index]; }

  Ends block(int depth) {
    switch (depth == 0 || procedure_.steps.size() > 9 ? 0 : pick(0, 4)) {
      case 1:
        return sequence(depth);
      case 2:
        return fork(depth);
      case 3:
        return choice(depth);
      case 4:
        return loop(depth);
      default:
        break;
    }
    auto const only = step();
    return {only, only};
  }
  Ends sequence(int depth) {
    auto const one = block(depth - 1);
    auto const two = block(depth - 1);
    at(one.last).next.push_back(id_of(two.first));
    return {one.first, two.last};
  }
  Ends fork(int depth) {
    auto const before = step();
    auto const one = block(depth - 1);
    auto const two = block(depth - 1);
    auto const after = step();
    at(before).next = {id_of(one.first), id_of(two.first)};
    at(one.last).next.push_back(id_of(after));
    at(two.last).next.push_back(id_of(after));
    at(after).waits_for = {id_of(one.last), id_of(two.last)};
    return {before, after};
  }
  Ends choice(int depth) {
    auto const before = step();
    auto const one = block(depth - 1);
    auto const two = block(depth - 1);
    auto const after = step();
    choose(at(before), {one.first, two.first});
    at(one.last).next.push_back(id_of(after));
    at(two.last).next.push_back(id_of(after));
    return {before, after};
  }
  Ends loop(int depth) {
    auto const body = block(depth - 1);
    auto const check = step();
    auto const after = step();
    at(body.last).next.push_back(id_of(check));
    choose(at(check), {body.first, after});
    return {body.first, after};
  }

  void change() {
    auto& step = procedure_.steps[pick(0, procedure_.steps.size() - 1)];
    auto const target = id_of(pick(0, procedure_.steps.size() - 1));
    switch (pick(0, 4)) {
      case 0:
        step.returns.push_back(target);
        break;
      case 1:
        step.is_start = true;
        break;
      case 2:
        if (!step.outcomes.empty()) step.outcomes.push_back({"lain", target});
        break;
      case 3:
        if (!step.outcomes.empty()) step.outcomes.push_back({"selesai", {}});
        break;
      default:
        if (step.outcomes.empty() && std::ranges::find(step.next, target) == step.next.end())
          step.next.push_back(target);
    }
  }

  std::mt19937& random_;
  Procedure procedure_;
};

std::string describe(Procedure const& procedure) {
  std::string text;
  for (auto const& step : procedure.steps) {
    text += step.id.value + (step.is_start ? "*" : "") + ":";
    for (auto const& id : step.next) text += " " + id.value;
    for (auto const& outcome : step.outcomes) text += " |" + outcome.target.value;
    for (auto const& id : step.waits_for) text += " <" + id.value;
    for (auto const& id : step.returns) text += " ^" + id.value;
    text += "\n";
  }
  return text;
}

}  // namespace

TEST(Soundness, EveryShippedProcedureIsSound) {
  auto const paths = test::list_source_files("procedures", ".yaml");
  EXPECT_FALSE(paths.empty());
  for (auto const& path : paths) {
    auto const read = read_procedure(test::read_source_file(path), path);
    ASSERT_TRUE(read.has_value()) << path;
    auto const proof = prove_soundness(read->procedure);
    EXPECT_TRUE(proof.is_sound()) << path << ": " << (proof.is_sound() ? "" : proof.faults[0].problem.detail.en);
  }
}

TEST(Soundness, ForkAndJoinAreSound) {
  auto procedure = make_procedure({{1, 2}, {3}, {3}, {}});
  procedure.steps[3].waits_for = {id_of(1), id_of(2)};
  EXPECT_EQ(codes(procedure), std::vector<std::string>{});
}

TEST(Soundness, BranchesMayEndEachForItself) {
  EXPECT_EQ(codes(make_procedure({{1, 2}, {}, {}})), std::vector<std::string>{});
}

TEST(Soundness, AForkThatMeetsWithoutAJoinOpensAStepTwice) {
  auto const proof = prove_soundness(make_procedure({{1, 2}, {3}, {3}, {}}));
  ASSERT_EQ(proof.faults.size(), 1u);
  EXPECT_TRUE(proof.faults[0].problem.is(unsound_open_twice));
  EXPECT_EQ(proof.faults[0].step, id_of(3));
  EXPECT_EQ(proof.faults[0].path, (std::vector<Move>{{id_of(0), ""}, {id_of(1), ""}, {id_of(2), ""}}));
}

TEST(Soundness, AJoinBehindAChoiceGetsStuckAndThePathSaysHow) {
  auto procedure = make_procedure({{1, 2}, {}, {3}, {}});
  choose(procedure.steps[1], {3});
  procedure.steps[1].outcomes.push_back({"tidak perlu", {}});
  procedure.steps[3].waits_for = {id_of(1), id_of(2)};
  auto const proof = prove_soundness(procedure);
  ASSERT_EQ(proof.faults.size(), 1u);
  EXPECT_TRUE(proof.faults[0].problem.is(unsound_stuck));
  EXPECT_NE(proof.faults[0].problem.detail.id.find("2 s1 (tidak perlu)"), std::string::npos)
      << proof.faults[0].problem.detail.id;
  EXPECT_EQ(proof.faults[0].step, id_of(3));
}

TEST(Soundness, ALoopWithoutExitIsFoundAtEachOfItsSteps) {
  EXPECT_EQ(
      codes(make_procedure({{1}, {2}, {1}})),
      (std::vector<std::string>{"procedure.no_way_to_end", "procedure.no_way_to_end", "procedure.no_way_to_end"}));
}

TEST(Soundness, AStepNobodyLeadsToIsUnreachable) {
  EXPECT_EQ(codes(make_procedure({{2}, {2}, {}})), std::vector<std::string>{"procedure.step_unreachable"});
}

TEST(Soundness, AReturnInsideOneBranchIsFine) {
  auto procedure = make_procedure({{1, 3}, {2}, {4}, {4}, {}});
  procedure.steps[2].returns = {id_of(1)};
  procedure.steps[4].waits_for = {id_of(2), id_of(3)};
  EXPECT_EQ(codes(procedure), std::vector<std::string>{});
}

TEST(Soundness, AReturnFromABranchToBeforeTheForkIsNot) {
  auto procedure = make_procedure({{1}, {2, 3}, {4}, {4}, {}});
  procedure.steps[2].returns = {id_of(0)};
  procedure.steps[4].waits_for = {id_of(2), id_of(3)};
  EXPECT_EQ(codes(procedure), std::vector<std::string>{"procedure.step_open_twice"});
}

TEST(Soundness, ATokenThatIsUsedUpInTimeDoesNotHideThatItMayPileUp) {
  // s2 ends at once when it is always done first; only when it is left lying does the loop open it again.
  auto procedure = make_procedure({{1, 2}, {}, {}});
  choose(procedure.steps[1], {0});
  procedure.steps[1].outcomes.push_back({"cukup", {}});
  EXPECT_EQ(codes(procedure), std::vector<std::string>{"procedure.step_open_twice"});
  EXPECT_FALSE(PlainGame{procedure}.is_sound());
}

TEST(Soundness, AgreesWithPlayingEveryStateOnRandomWiring) {
  std::mt19937 random{20250107};
  for (int round = 0; round < 10'000; ++round) {
    auto const procedure = random_procedure(random);
    ASSERT_EQ(prove_soundness(procedure).is_sound(), PlainGame{procedure}.is_sound()) << "round " << round << "\n"
                                                                                      << describe(procedure);
  }
}

TEST(Soundness, AgreesWithPlayingEveryStateOnChangedBlocks) {
  std::mt19937 random{20250108};
  int sound = 0;
  for (int round = 0; round < 5'000; ++round) {
    auto const procedure = RandomBlocks{random}.make();
    bool const proven = prove_soundness(procedure).is_sound();
    ASSERT_EQ(proven, PlainGame{procedure}.is_sound()) << "round " << round << "\n" << describe(procedure);
    sound += proven ? 1 : 0;
  }
  EXPECT_GT(sound, 1'000);
  EXPECT_LT(sound, 4'500);
}

TEST(Soundness, TwoHundredStepsWithParallelLoopsNeedFewStates) {
  // Twenty branches of nine steps, each with a loop, a choice and a return, joined at the end; rows interleaved so that
  // the order of the rows gives no help.
  constexpr std::size_t branches = 20;
  constexpr std::size_t length = 9;
  auto const at = [](std::size_t branch, std::size_t row) { return 1 + row * branches + branch; };
  std::size_t const last = 1 + branches * length;
  std::vector<std::vector<std::size_t>> next(last + 1);
  for (std::size_t b = 0; b < branches; ++b) {
    next[0].push_back(at(b, 0));
    for (std::size_t r = 0; r < length; ++r) next[at(b, r)] = {r + 1 < length ? at(b, r + 1) : last};
  }
  auto procedure = make_procedure(next);
  for (std::size_t b = 0; b < branches; ++b) {
    choose(procedure.steps[at(b, 3)], {at(b, 1), at(b, 4), at(b, 6)});
    procedure.steps[at(b, 7)].returns = {id_of(at(b, 5))};
    procedure.steps[last].waits_for.push_back(id_of(at(b, length - 1)));
  }
  auto const proof = prove_soundness(procedure);
  EXPECT_TRUE(proof.is_sound());
  EXPECT_LT(proof.states, 1'000u);
}

TEST(Soundness, ASearchGivesUpAtItsLimitInsteadOfGuessing) {
  auto const net = make_net(make_procedure({{1, 2, 3}, {}, {}, {}}));
  EXPECT_EQ(search_states(net, std::nullopt, 2).end, SearchEnd::gave_up);
  EXPECT_EQ(search_states(net, std::nullopt, 100).end, SearchEnd::clean);
}

}  // namespace himpun::procedure
