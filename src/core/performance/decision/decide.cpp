#include "core/performance/decision/decide.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::performance {
namespace {

std::optional<By> acts_for(HolderId const& holder, DecisionOccasion const& occasion) {
  if (!occasion.caller.person) return std::nullopt;
  auto const post = access::post_for(occasion.agency, *occasion.caller.person, holder, occasion.today);
  return post ? std::optional{By{*occasion.caller.person, post->position, post->standing}} : std::nullopt;
}

/// Units that stand below no other and above some; in an office without any order, those that stand alone.
std::vector<UnitId> top_units(access::Agency const& agency) {
  std::vector<UnitId> roots;
  for (auto const& [id, unit] : agency.units) {
    if (!unit.parent && !unit.closed) roots.push_back(id);
  }
  auto heads = roots;
  std::erase_if(heads, [&](UnitId const& root) {
    return std::ranges::none_of(agency.units, [&](auto const& each) { return each.second.parent == root; });
  });
  return heads.empty() ? roots : heads;
}

class Faults {
 public:
  void add(char const* pointer, Words words) { fields_.push_back({pointer, std::move(words)}); }
  void require_words(std::string const& text, char const* pointer) {
    if (trim(text).empty()) return add(pointer, {"wajib diisi", "is required"});
    if (count_characters(text) > max_decision_characters) {
      add(pointer, {"paling banyak 2.000 huruf", "at most 2,000 characters"});
    }
  }
  [[nodiscard]] bool none() const { return fields_.empty(); }
  [[nodiscard]] std::unexpected<Problem> refusal() const {
    return std::unexpected(Problem{.type = &decision_invalid, .fields = fields_});
  }

 private:
  std::vector<FieldError> fields_;
};

void check_about(Faults& faults, NoteDecision const& command, DecisionOccasion const& occasion) {
  auto const& about = command.about;
  if (!about.indicator && !about.unit) {
    faults.add("/about", {"sebutkan indikator atau unitnya", "name the indicator or the unit"});
  }
  if (about.indicator && !find_sheet(occasion.catalogue, *about.indicator, command.year)) {
    faults.add("/about/indicator", {"indikator tidak berlaku pada tahun itu", "the indicator is not in force that year"});
  }
  if (about.unit && !occasion.agency.units.contains(*about.unit)) {
    faults.add("/about/unit", {"unit tidak ditemukan", "there is no such unit"});
  }
  if (about.period && about.period->year != command.year) {
    faults.add("/about/period", {"harus pada tahun itu", "must be of that year"});
  }
}

}  // namespace

Result<By> who_leads(DecisionOccasion const& occasion) {
  for (auto const& id : top_units(occasion.agency)) {
    if (auto const by = acts_for(HolderId{id.value}, occasion)) return *by;
  }
  return refuse(decision_not_yours);
}

Result<By> who_settles(Decision const& decision, DecisionOccasion const& occasion) {
  if (auto const by = acts_for(decision.to, occasion)) return *by;
  if (auto const by = who_leads(occasion)) return *by;
  return refuse(decision_settle_not_yours);
}

Result<DecisionEvents> decide(Decisions const& decisions, NoteDecision const& command,
                              DecisionOccasion const& occasion) {
  auto const by = who_leads(occasion);
  if (!by) return std::unexpected(by.error());
  if (decisions.all.contains(command.decision)) return DecisionEvents{};
  Faults faults;
  check_about(faults, command, occasion);
  faults.require_words(command.text, "/text");
  if (!access::is_open_holder(occasion.agency, command.to)) {
    faults.add("/to", {"pilih jabatan atau unit yang ada", "choose a position or unit that exists"});
  }
  auto const on = command.on.value_or(occasion.today);
  if (on > occasion.today) faults.add("/on", {"tidak boleh sesudah hari ini", "must not be after today"});
  if (command.due && *command.due < on) {
    faults.add("/due", {"tidak boleh sebelum tanggal keputusan", "must not be before the decision"});
  }
  if (!faults.none()) return faults.refusal();
  return DecisionEvents{DecisionNoted{command.decision, command.year, command.about, std::string{trim(command.text)},
                                      command.to, on, command.due, *by}};
}

Result<DecisionEvents> decide(Decisions const& decisions, SettleDecision const& command,
                              DecisionOccasion const& occasion) {
  auto const found = decisions.all.find(command.decision);
  if (found == decisions.all.end()) return refuse(decision_unknown);
  auto const by = who_settles(found->second, occasion);
  if (!by) return std::unexpected(by.error());
  if (found->second.settled) return refuse(decision_was_settled);
  Faults faults;
  faults.require_words(command.note, "/note");
  if (!faults.none()) return faults.refusal();
  return DecisionEvents{DecisionSettled{command.decision, std::string{trim(command.note)}, *by}};
}

void evolve(Decisions& decisions, DecisionEvent const& event, Instant at) {
  struct Evolve {
    Decisions& decisions;
    Instant at;
    void operator()(DecisionNoted const& e) const {
      decisions.year = e.year;
      decisions.all[e.decision] = {e.decision, e.about, e.text, e.to, e.on, e.due, e.by, at, std::nullopt};
    }
    void operator()(DecisionSettled const& e) const { decisions.all[e.decision].settled = Settlement{e.note, e.by, at}; }
  };
  std::visit(Evolve{decisions, at}, event);
}

}  // namespace himpun::performance
