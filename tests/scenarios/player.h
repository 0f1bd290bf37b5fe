#pragma once
// Plays one scenario on a stage: what its statements mean. Officials are called by their account (cast.h), steps by
// the SOP's own ids. An act speaks about the open task of that official which asks for it; `in STEP` names another.

#include "core/workflow/decide.h"
#include "scenarios/script.h"
#include "scenarios/stage.h"

namespace himpun::test {

class Player {
 public:
  explicit Player(Stage& stage) : stage_(stage) {}

  /// Throws ScriptFault at the first statement that does not come true.
  void play(Scenario const& scenario);

 private:
  using Acts = std::vector<workflow::Action>;

  void given(Words& words);
  void given_person_for(Words& words, access::Standing standing);
  void given_version(Words& words);
  void given_local_holiday(Words& words);
  /// The answer of the act that the words describe.
  Result<Json> when(Words& words);
  Result<Json> start(std::string const& who, Words& words);
  Result<Json> complete(std::string const& who, Words& words);
  Result<Json> distribute(std::string const& who, Words& words);
  std::optional<Result<Json>> steer(std::string const& who, std::string const& verb, Words& words);
  std::optional<Result<Json>> act_on_paper(std::string const& who, std::string const& verb, Words& words);
  std::optional<Result<Json>> act_on_request(std::string const& who, std::string const& verb, Words& words);
  void then(Words& words);
  void then_of_case(std::string const& what, Words& words);
  void then_of_paper(std::string const& what, Words& words);

  Result<Json> act(std::string const& who, Acts const& actions, workflow::TaskAct act, Words& words,
                   workflow::Identity identity = workflow::Identity::session);
  Result<Json> on_task(std::string const& who, workflow::Task const& task, workflow::TaskAct act,
                       workflow::Identity identity);
  Result<Json> steer(std::string const& who, workflow::CaseCommand const& command);
  [[nodiscard]] workflow::Task find_task(std::string const& who, Acts const& actions, Words& words);
  void administer(std::vector<access::Command> const& commands, Words& words);
  [[nodiscard]] workflow::Case file();
  [[nodiscard]] access::Agency agency();
  [[nodiscard]] std::size_t inbox_of(std::string const& who);
  [[nodiscard]] Date today() const { return local_date(stage_.now(), UtcOffset{}); }
  template <class Seen>
  void expect(Words const& words, std::string const& what, Seen const& wanted, Seen const& seen);

  Stage& stage_;
  std::string procedure_;
  std::string source_;  ///< text of the latest version of the procedure
  workflow::CaseId case_;
  int appointments_ = 0;
};

}  // namespace himpun::test
