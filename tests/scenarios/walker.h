#pragma once
// One random walk: a case of a shipped procedure on the pure rules, with valid and invalid acts by random people at
// random times, then taken to its end. After every step the invariants of a case are checked. It has no store: what
// the stores add is for the scenarios.

#include <random>
#include <string>

#include "core/workflow/decide.h"
#include "core/workflow/move.h"

namespace himpun::test {

/// What every walk of a procedure starts from.
struct Ground {
  procedure::Procedure procedure;
  access::Agency agency;
  calendar::Calendar calendar;
  std::vector<workflow::Assignment> assignments;
};
[[nodiscard]] Ground make_ground(procedure::Procedure procedure);

class Walker {
 public:
  Walker(Ground const& ground, std::uint64_t seed);

  /// Walks, then finishes. Answers with the first broken invariant; empty when all held.
  [[nodiscard]] std::string walk(int steps);

  [[nodiscard]] std::size_t accepted() const { return accepted_; }
  [[nodiscard]] std::size_t refused() const { return refused_; }

 private:
  void start();
  void let_time_pass();
  void act_at_random();
  void steer_at_random();
  void finish();
  void finish_one(workflow::Task const& task);
  void complete(workflow::Task const& task, procedure::Step const& step);
  void mark(workflow::Task const& task);

  bool try_task(std::string const& person, workflow::TaskId const& task, workflow::TaskAct act,
                workflow::Identity identity = workflow::Identity::proven);
  bool try_case(std::string const& person, workflow::CaseCommand const& command);
  bool take(Result<workflow::Decision> decision);
  bool as_anybody_for(workflow::Task const& task, workflow::TaskAct const& act);
  void appoint_somebody_new(workflow::Task const& task);
  void check(std::vector<workflow::Event> const& events);
  void check_open_work();
  void check_marks();
  void check_fold();
  void broken(std::string what);

  [[nodiscard]] workflow::TaskAct fitting_act(workflow::Task const& task);
  [[nodiscard]] workflow::TaskAct any_act();
  [[nodiscard]] workflow::TaskAct completion(procedure::Step const& step);
  [[nodiscard]] std::string somebody();
  [[nodiscard]] std::string somebody_for(workflow::Task const& task);
  [[nodiscard]] access::HolderId some_holder();
  [[nodiscard]] std::string some_reason();
  [[nodiscard]] std::string latest_hash(procedure::Step const& step);
  [[nodiscard]] int roll(int sides) { return static_cast<int>(random_() % static_cast<std::uint64_t>(sides)); }
  [[nodiscard]] access::Caller caller(std::string const& person) const;
  [[nodiscard]] procedure::Step const& step_of(workflow::Task const& task) const;
  [[nodiscard]] std::string way_out(procedure::Step const& step) const;

  Ground ground_;
  std::mt19937_64 random_;
  Instant now_{};
  workflow::Case file_;
  workflow::Case folded_;  ///< from the events alone
  std::size_t accepted_ = 0;
  std::size_t refused_ = 0;
  int newcomers_ = 0;
  std::string fault_;
  std::string last_refusal_;
};

}  // namespace himpun::test
