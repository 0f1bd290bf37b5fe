#include "app/figures/reminders.h"

#include <algorithm>

#include "app/desks/collection_desk.h"
#include "core/performance/collection/progress.h"

namespace himpun::app {
namespace {

constexpr int cases_per_page = 200;

struct Due {
  FormAim aim;
  performance::ReminderStage stage{};
};

bool was_told(performance::Collection const& collection, performance::Form const& form,
              performance::ReminderStage stage) {
  return std::ranges::any_of(collection.reminders, [&](performance::Reminder const& each) {
    return each.unit == form.unit && each.stage == stage && each.due_at == form.due_at;
  });
}

void add_due(Sight& sight, CaseRow const& row, std::vector<Due>& due) {
  auto const book = sight.books.collection(sight.reader, row.case_id);
  auto const& collection = book->state;
  if (!collection.exists() || collection.frozen_at) return;
  auto const catalogue = sight.books.catalogue(sight.reader);
  std::map<performance::IndicatorId, performance::Value> const previous;
  for (auto const& form : collection.forms) {
    auto const progress = performance::progress_of(collection, form, {catalogue->state, previous}, sight.now);
    auto const stage = performance::stage_of(progress, sight.now);
    if (stage && !was_told(collection, form, *stage)) {
      due.push_back({{workflow::CaseId{row.case_id}, form.unit, Language::indonesian}, *stage});
    }
  }
}

/// Running cases in an order that no command changes, page by page, and who has to be told in them.
struct Round {
  std::vector<CaseRow> rows;
  std::vector<Due> due;
};

Result<Round> look(Office& office, std::optional<CaseRow> const& last) {
  Round round;
  auto const looked = office.look({}, [&](Sight& sight) -> Result<Json> {
    round.rows = sight.reader.list_cases(
        {.state = "running", .sort = CaseSort::number_ascending, .after = last, .limit = cases_per_page});
    for (auto const& row : round.rows) add_due(sight, row, round.due);
    return Json{};
  });
  if (!looked) return std::unexpected(looked.error());
  return round;
}

/// A case that was suspended, a form that was sent meanwhile: nothing to tell, and no trouble.
Result<bool> tell(Office& office, Due const& due) {
  auto const told = office.carry_out(
      {}, [&](Desk& desk) { return act_on_form(desk, due.aim, {performance::RemindDivision{due.aim.unit, due.stage}}); });
  if (!told && told.error().type->kind == ProblemKind::unavailable) return std::unexpected(told.error());
  return told.has_value();
}

}  // namespace

Result<Reminded> remind_divisions(Office& office, std::stop_token const& stopping) {
  Reminded reminded;
  std::optional<CaseRow> last;
  while (!stopping.stop_requested()) {
    auto const round = look(office, last);
    if (!round) return std::unexpected(round.error());
    if (round->rows.empty()) return reminded;
    reminded.cases += static_cast<std::int64_t>(round->rows.size());
    for (auto const& due : round->due) {
      if (stopping.stop_requested()) return reminded;
      auto const told = tell(office, due);
      if (!told) return std::unexpected(told.error());
      reminded.divisions += *told ? 1 : 0;
    }
    last = round->rows.back();
  }
  return reminded;
}

}  // namespace himpun::app
