#include "core/performance/collection/events.h"

#include <algorithm>

namespace himpun::performance {
namespace {

/// One overload an event: a forgotten one does not compile.
struct Evolve {
  Collection& collection;
  Instant at;

  Row& touch(RowKey const& key) const {
    auto& row = collection.rows[key];
    row.key = key;
    ++row.revision;
    return row;
  }

  void operator()(CollectionOpened const& event) const {
    collection = Collection{};
    collection.id = event.id;
    collection.period = event.period;
    collection.forms = event.forms;
    collection.reviewers = event.reviewers;
    collection.freezers = event.freezers;
    for (auto const& form : event.forms) {
      for (auto const& key : form.rows) collection.rows[key].key = key;
    }
  }

  void operator()(FormsScheduled const& event) const {
    for (auto& form : collection.forms) form.due_at = event.due_at;
    collection.at_risk_at = event.at_risk_at;
  }

  void operator()(ValuesEntered const& event) const {
    for (auto const& written : event.rows) {
      auto& row = touch(written.row);
      row.entry = written.entry;
      row.state = RowState::entered;
      row.entered_by = event.by;
      row.entered_at = at;
      row.waivers.clear();  // a reason was given for the figure that stood there
    }
  }

  void operator()(FormSubmitted const& event) const {
    for (auto const& key : event.rows) {
      auto& row = touch(key);
      row.state = RowState::submitted;
      row.submitted_at = at;
    }
    auto const* form = find_form(collection, event.unit);
    if (!form || !is_sent(collection, *form)) return;
    auto const [sending, is_first] = collection.sendings.try_emplace(event.unit, Sending{at, form->due_at, {}});
    if (!is_first) sending->second.repaired_at = at;
  }

  void operator()(RowAccepted const& event) const {
    auto& row = touch(event.row);
    row.state = RowState::accepted;
    row.judged_by = event.by;
    row.comment.clear();
  }

  void operator()(RowReturned const& event) const {
    auto& row = touch(event.row);
    row.state = RowState::returned;
    row.judged_by = event.by;
    row.comment = event.comment;
  }

  void operator()(CollectionFrozen const& event) const {
    for (auto& [key, row] : collection.rows) {
      row.state = row.state == RowState::accepted ? RowState::frozen : RowState::left_out;
      ++row.revision;
    }
    collection.frozen_at = at;
    collection.frozen_by = event.by;
    collection.frozen_reason = event.missing_reason;
  }

  void operator()(ValueCorrected const& event) const {
    touch(event.row).corrections.push_back({event.number, event.value, event.reason, event.papers, event.by, at});
  }

  void operator()(EvidenceAttached const& event) const {
    auto& kept = collection.evidence[event.evidence.id];
    kept = {event.evidence, {}, event.by, at};
    use(kept, event.uses);
  }

  void operator()(EvidenceReused const& event) const { use(collection.evidence[event.evidence], event.uses); }

  void operator()(EvidenceDetached const& event) const {
    auto& uses = collection.evidence[event.evidence].uses;
    std::erase_if(uses, [&](EvidenceUse const& each) { return each.row == event.row; });
    touch(event.row);
  }

  void operator()(WarningWaived const& event) const {
    auto& waivers = touch(event.row).waivers;
    std::erase_if(waivers, [&](Waiver const& each) { return each.code == event.code; });
    waivers.push_back({event.code, event.reason, event.by, at});
  }

  void operator()(DivisionReminded const& event) const {
    collection.reminders.push_back({event.unit, event.stage, event.due_at, event.by, at});
  }

  /// A row uses a piece once; naming it again changes the page.
  void use(KeptEvidence& kept, std::vector<EvidenceUse> const& uses) const {
    for (auto const& each : uses) {
      std::erase_if(kept.uses, [&](EvidenceUse const& other) { return other.row == each.row; });
      kept.uses.push_back(each);
      touch(each.row);
    }
  }
};

}  // namespace

void evolve(Collection& collection, CollectionEvent const& event, Instant at) {
  std::visit(Evolve{collection, at}, event);
}

}  // namespace himpun::performance
