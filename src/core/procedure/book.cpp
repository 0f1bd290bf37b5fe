#include "core/procedure/book.h"

#include <algorithm>

namespace himpun::procedure {
namespace {

struct Evolve {
  Book& book;
  Instant at;

  void operator()(ProcedureAdopted const& event) const {
    book.id = event.procedure.id;
    book.versions.push_back({event.number, at, event.procedure, event.source});
  }
  void operator()(ProcedureClassified const& event) const {
    auto const found = std::ranges::find(book.versions, event.number, &AdoptedVersion::number);
    if (found != book.versions.end()) found->procedure.classification = event.classification;
  }
  void operator()(PerformersAssigned const& event) const { book.assignments = event.assignments; }
};

}  // namespace

void evolve(Book& book, Event const& event, Instant at) { std::visit(Evolve{book, at}, event); }

AdoptedVersion const* find_version(Book const& book, std::int64_t number) {
  auto const found = std::ranges::find(book.versions, number, &AdoptedVersion::number);
  return found == book.versions.end() ? nullptr : &*found;
}

std::vector<Event> adopt(Book const& book, Procedure const& procedure, std::string source) {
  if (book.exists() && book.latest().source == source) return {};
  auto const number = book.exists() ? book.latest().number + 1 : 1;
  std::vector<Event> events{ProcedureAdopted{number, procedure, std::move(source)}};
  if (!procedure.classification.empty()) events.emplace_back(ProcedureClassified{number, procedure.classification});
  return events;
}

Result<std::vector<Event>> assign(Book const& book, std::vector<PerformerAssignment> const& assignments) {
  if (!book.exists()) return refuse(book_unknown);
  auto merged = book.assignments;
  for (auto const& wanted : assignments) {
    auto const* actor = find_actor(book.latest().procedure, wanted.actor);
    if (!actor) {
      return refuse(performer_unknown, {"Prosedur ini tidak mempunyai pelaksana \"" + wanted.actor.value + "\".",
                                        "This procedure has no performer \"" + wanted.actor.value + "\"."});
    }
    if (!actor->plural && wanted.holders.size() > 1) {
      return refuse(performer_single, {"\"" + actor->name + "\" berdiri untuk satu jabatan atau unit.",
                                       "\"" + actor->name + "\" stands for one position or unit."});
    }
    auto const known = std::ranges::find(merged, wanted.actor, &PerformerAssignment::actor);
    if (known == merged.end()) {
      merged.push_back(wanted);
    } else {
      known->holders = wanted.holders;
    }
  }
  if (merged == book.assignments) return std::vector<Event>{};
  return std::vector<Event>{PerformersAssigned{std::move(merged)}};
}

}  // namespace himpun::procedure
