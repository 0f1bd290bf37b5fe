#include "app/archive/package/case_metadata.h"

#include "base/json_map.h"

namespace himpun::app {
namespace {

using workflow::Case;

/// Says things about one case in names of the register.
class Teller {
 public:
  Teller(Sight const& sight, RunningCase const& running) : agency_(sight.agency()), running_(running) {}

  [[nodiscard]] Json tell() const {
    auto const& file = running_.state();
    Json json;
    json.add("format", "himpun-case/1")
        .add("agency", Json{}.add("id", agency_.id).add("name", agency_.name).add("region", agency_.region))
        .add("id", file.id.value)
        .add("number", file.number)
        .add("title", file.title)
        .add("state", word_of(file.state))
        .add("procedure", procedure())
        .add("period", Json{}.add("key", period_key(file.period)).add("words", period_words(file.period).id))
        .add("origin", to_json(file.origin))
        .add("started_at", to_text(file.started_at))
        .add("started_by", by(file.started_by));
    if (file.closed_at) json.add("closed_at", to_text(*file.closed_at));
    return json.add("performers", performers())
        .add("steps", steps())
        .add("dispositions", dispositions())
        .add("papers", papers())
        .add("distributions", distributions())
        .add("archive", archive())
        .add("corrections", corrections());
  }

 private:
  [[nodiscard]] Json holder(access::HolderId const& id) const {
    return Json{}.add("id", id.value).add("name", access::holder_name(agency_, id));
  }
  [[nodiscard]] Json by(workflow::By const& by) const {
    auto const person = agency_.people.find(by.person);
    Json json;
    json.add("person", by.person.value);
    if (person != agency_.people.end()) json.add("name", person->second.name).add("nip", person->second.nip);
    return json.add("position", by.position.value)
        .add("position_name", access::holder_name(agency_, access::holder(by.position)))
        .add("standing", word_of(by.standing));
  }
  [[nodiscard]] Json procedure() const {
    auto const& file = running_.state();
    return Json{}
        .add("id", file.procedure.value)
        .add("number", running_.procedure->number)
        .add("name", running_.procedure->name)
        .add("version", file.procedure_version);
  }
  [[nodiscard]] Json performers() const {
    Json all{Json::Array{}};
    for (auto const& each : running_.state().assignments) {
      Json holders{Json::Array{}};
      for (auto const& one : each.holders) holders.push(holder(one));
      all.push(Json{}.add("actor", each.actor.value).add("holders", std::move(holders)));
    }
    return all;
  }
  [[nodiscard]] Json steps() const {
    Json all{Json::Array{}};
    for (auto const& run : running_.state().runs) {
      Json json;
      json.add("step", run.step.value).add("run", run.run).add("opened_at", to_text(run.opened_at));
      if (run.due_at) json.add("due_at", to_text(*run.due_at));
      if (run.closed_at) {
        json.add("closed_at", to_text(*run.closed_at)).add("ending", word_of(run.ending));
        if (run.by) json.add("by", by(*run.by));
        if (!run.outcome.empty()) json.add("outcome", run.outcome);
        if (!run.reason.empty()) json.add("reason", run.reason);
        if (!run.note.empty()) json.add("note", run.note);
      }
      all.push(std::move(json));
    }
    return all;
  }
  [[nodiscard]] Json dispositions() const {
    Json all{Json::Array{}};
    for (auto const& each : running_.state().dispositions) {
      Json json{to_json(each.disposition)};
      json.add("by", by(each.by)).add("at", to_text(each.at));
      if (each.withdrawn_at) {
        json.add("withdrawn_at", to_text(*each.withdrawn_at)).add("withdraw_reason", each.withdraw_reason);
      }
      all.push(std::move(json));
    }
    return all;
  }
  [[nodiscard]] Json marks(workflow::PaperVersion const& version) const {
    Json all{Json::Array{}};
    for (auto const& mark : version.marks) {
      Json json;
      json.add("kind", word_of(mark.kind)).add("by", by(mark.by)).add("at", to_text(mark.at));
      if (mark.voided_at) json.add("voided_at", to_text(*mark.voided_at)).add("void_reason", mark.void_reason);
      all.push(std::move(json));
    }
    return all;
  }
  [[nodiscard]] Json papers() const {
    Json all{Json::Array{}};
    for (auto const& paper : running_.state().papers) {
      Json versions{Json::Array{}};
      for (auto const& version : paper.versions) {
        versions.push(Json{}
                          .add("number", version.number)
                          .add("sha256", version.sha256)
                          .add("kind", word_of(version.content.kind))
                          .add("by", by(version.by))
                          .add("at", to_text(version.at))
                          .add("marks", marks(version)));
      }
      all.push(Json{}.add("key", paper.key).add("versions", std::move(versions)));
    }
    return all;
  }
  [[nodiscard]] Json distributions() const {
    Json all{Json::Array{}};
    for (auto const& sent : running_.state().distributions) {
      auto const* origin = workflow::find_task(running_.state(), sent.task);
      Json recipients{Json::Array{}};
      for (auto const& task : running_.state().tasks) {
        bool const is_of_it = origin && task.action == workflow::Action::receive && task.step == origin->step &&
                              task.run == origin->run;
        if (!is_of_it) continue;
        Json json{holder(task.holder)};
        if (task.done_at) json.add("received_at", to_text(*task.done_at));
        if (task.done_by) json.add("received_by", by(*task.done_by));
        recipients.push(std::move(json));
      }
      all.push(Json{}
                   .add("paper", sent.paper)
                   .add("number", sent.number)
                   .add("note", sent.note)
                   .add("by", by(sent.by))
                   .add("at", to_text(sent.at))
                   .add("recipients", std::move(recipients)));
    }
    return all;
  }
  [[nodiscard]] Json archive() const {
    auto const& given = running_.state().archive;
    if (!given) return nullptr;
    Json json{to_json(given->entry)};
    return json.add("by", by(given->by)).add("at", to_text(given->at));
  }
  [[nodiscard]] Json corrections() const {
    Json all{Json::Array{}};
    for (auto const& each : running_.state().corrections) {
      all.push(Json{}
                   .add("event", each.event)
                   .add("text", each.text)
                   .add("by", by(each.by))
                   .add("at", to_text(each.at)));
    }
    return all;
  }

  access::Agency const& agency_;
  RunningCase const& running_;
};

}  // namespace

Json case_metadata(Sight const& sight, RunningCase const& running) { return Teller{sight, running}.tell(); }

}  // namespace himpun::app
