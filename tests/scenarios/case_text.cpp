#include "scenarios/case_text.h"

#include "base/json_map.h"

namespace himpun::workflow {

BOOST_DESCRIBE_STRUCT(Mark, (), (kind, task, step, by, at, voided_at, void_reason))
BOOST_DESCRIBE_STRUCT(PaperVersion, (), (number, task, by, at, content, sha256, marks))
BOOST_DESCRIBE_STRUCT(Paper, (), (key, versions))
BOOST_DESCRIBE_STRUCT(PresentedInput, (), (index, content, by, at))
BOOST_DESCRIBE_STRUCT(StepRun, (),
                      (step, run, opened_at, due_at, at_risk_at, from, sent_back, inputs, closed_at, ending, by,
                       outcome, reason, note, missing))
BOOST_DESCRIBE_STRUCT(Answer, (), (text, numbers, files, by, at, returned_with, accepted))
BOOST_DESCRIBE_STRUCT(Task, (),
                      (id, step, run, action, holder, from, since, due_at, at_risk_at, state, read_at, revision,
                       done_by, done_at, answers))
BOOST_DESCRIBE_STRUCT(GivenDisposition, (), (disposition, task, by, at, withdrawn_at, withdraw_reason))
BOOST_DESCRIBE_STRUCT(Pause, (), (from, to))
BOOST_DESCRIBE_STRUCT(GivenArchive, (), (entry, by, at))
BOOST_DESCRIBE_STRUCT(Distribution, (), (task, paper, number, note, by, at))
BOOST_DESCRIBE_STRUCT(Correction, (), (event, text, by, at))
BOOST_DESCRIBE_STRUCT(Case, (),
                      (id, number, title, procedure, procedure_version, period, origin, assignments, state,
                       state_reason, started_by, started_at, updated_at, suspended_at, pauses, closed_at, runs, tasks,
                       papers, dispositions, distributions, archive, corrections))

}  // namespace himpun::workflow

namespace himpun::json_map {

/// Joins that wait: the only map of a case.
static Json write(std::map<workflow::StepId, std::set<workflow::StepId>> const& arrived) {
  Json::Object object;
  for (auto const& [join, steps] : arrived) {
    Json::Array names;
    for (auto const& step : steps) names.push_back(step.value);
    object.emplace_back(join.value, std::move(names));
  }
  return object;
}

}  // namespace himpun::json_map

namespace himpun::test {

std::string case_text(workflow::Case const& file) {
  return write_json(Json{}.add("case", to_json(file)).add("arrived", json_map::write(file.arrived)));
}

}  // namespace himpun::test
