#include "app/desks/collection_desk.h"

#include <algorithm>

#include "app/desks/case_desk.h"
#include "app/desks/data_part.h"
#include "app/figures/affected_papers.h"
#include "app/files/intake.h"
#include "app/views/performance/form_view.h"
#include "base/json_map.h"

namespace himpun::app {
namespace {

using performance::Collection;
using performance::CollectionCommand;
using performance::RowKey;

Result<void> require_case(RunningCase const& running, CollectionCommand const& command) {
  auto const& file = running.state();
  bool const is_correction = std::holds_alternative<performance::CorrectValue>(command);
  if (is_correction && file.state != workflow::CaseState::cancelled) return {};
  if (file.state == workflow::CaseState::running) return {};
  return refuse(file.state == workflow::CaseState::suspended ? workflow::case_suspended : workflow::case_closed);
}

Result<CollectionCommand> with_kept_file(Desk& desk, CollectionCommand command) {
  auto* attached = std::get_if<performance::AttachEvidence>(&command);
  if (!attached || !attached->evidence.file) return command;
  auto kept = kept_file(desk.world, *attached->evidence.file);
  if (!kept) return std::unexpected(kept.error());
  attached->evidence.file = std::move(*kept);
  return command;
}

std::vector<performance::Row const*> rows_of(Collection const& collection, performance::UnitId const& unit) {
  std::vector<performance::Row const*> rows;
  for (auto const& [key, row] : collection.rows) {
    if (key.unit == unit) rows.push_back(&row);
  }
  return rows;
}

/// The request of the division that the form answers; none for a unit that was not asked.
workflow::Task const* request_of(workflow::Case const& file, performance::UnitId const& unit) {
  auto const found = std::ranges::find_if(file.tasks, [&](workflow::Task const& task) {
    return task.is_open() && task.action == workflow::Action::answer && task.holder.value == unit.value;
  });
  return found == file.tasks.end() ? nullptr : &*found;
}

/// The figures that were sent, in the words of a request's answer.
workflow::AnswerRequest answer_of(Collection const& collection, performance::Catalogue const& catalogue,
                                  performance::UnitId const& unit) {
  workflow::AnswerRequest answer;
  auto const rows = rows_of(collection, unit);
  answer.text =
      "Formulir data kinerja " + period_words(collection.period).id + ": " + std::to_string(rows.size()) + " baris.";
  for (auto const* row : rows) {
    auto const* sheet =
        performance::find_sheet(catalogue, performance::IndicatorId{row->key.subject}, collection.period.year);
    auto const& number = row->value().number;
    if (!sheet || row->key.kind != performance::RowKind::indicator || !number || !number->digits_after()) continue;
    answer.numbers.push_back({sheet->name, himpun::to_text(*number), sheet->unit_of_measure});
  }
  return answer;
}

bool all_accepted(Collection const& collection, performance::UnitId const& unit) {
  return std::ranges::all_of(rows_of(collection, unit),
                             [](performance::Row const* row) { return row->state == performance::RowState::accepted; });
}

/// What the form's command means for the division's request; nothing when the request says so already.
std::optional<workflow::TaskAct> act_on_request(FormBooks const& books, performance::UnitId const& unit,
                                                workflow::Task const& task, CollectionCommand const& command) {
  auto const& collection = books.collection->state;
  if (std::holds_alternative<performance::SubmitForm>(command)) {
    return answer_of(collection, books.catalogue->state, unit);
  }
  bool const was_answered = task.state == workflow::TaskState::waiting;
  if (std::holds_alternative<performance::AcceptRow>(command) && was_answered && all_accepted(collection, unit)) {
    return workflow::AcceptRequest{};
  }
  auto const* returned = std::get_if<performance::ReturnRow>(&command);
  if (returned && was_answered) return workflow::RejectRequest{returned->comment};
  return std::nullopt;
}

Result<void> follow_form(Desk& desk, FormBooks const& books, FormAim const& aim, CollectionCommand const& command) {
  auto const running = find_running_case(desk, aim.case_id);
  if (!running) return std::unexpected(running.error());
  auto const* task = request_of(running->state(), aim.unit);
  if (!task) return {};
  auto const act = act_on_request(books, aim.unit, *task, command);
  if (!act) return {};
  auto const done = act_for_form(desk, {task->id, std::nullopt, *act});
  if (!done) return std::unexpected(done.error());
  return {};
}

/// A correction names the papers that hold the figure; only who knows the case can.
CollectionCommand with_papers(Desk& desk, Collection const& collection, CollectionCommand command) {
  auto* correction = std::get_if<performance::CorrectValue>(&command);
  if (correction) correction->papers = affected_papers(desk, collection, {correction->row});
  return command;
}

Result<void> carry_out(Desk& desk, FormAim const& aim, FormBooks& books, CollectionCommand const& asked) {
  auto kept = with_kept_file(desk, asked);
  if (!kept) return std::unexpected(kept.error());
  auto const command = with_papers(desk, books.collection->state, std::move(*kept));
  performance::CollectionOccasion const occasion{desk.now,      desk.today(),           desk.caller,
                                                 desk.agency(), books.catalogue->state, books.previous};
  auto const events = performance::decide(books.collection->state, command, occasion);
  if (!events) return std::unexpected(events.error());
  if (events->empty()) return {};
  auto after = record_collection(desk, aim.case_id.value, *books.collection, *events);
  if (!after) return std::unexpected(after.error());
  books.collection = std::move(*after);
  if (std::holds_alternative<performance::RemindDivision>(command)) desk.transaction.announce(aim.unit.value);
  return follow_form(desk, books, aim, command);
}

Json receipt(Collection const& before, FormBooks const& books, FormAim const& aim) {
  FormReceipt receipt{aim.case_id.value, aim.unit.value, books.collection->state.frozen_at.has_value(), {}};
  for (auto const* row : rows_of(books.collection->state, aim.unit)) {
    auto const* old = performance::find_row(before, row->key);
    if (old && old->revision == row->revision) continue;
    receipt.rows.push_back(row_receipt(books, *row, aim.language));
  }
  return to_json(receipt);
}

}  // namespace

Result<FormBooks> form_books(Sight& sight, FormAim const& aim) {
  FormBooks books{sight.books.collection(sight.reader, aim.case_id.value), sight.books.catalogue(sight.reader), {}};
  auto const& collection = books.collection->state;
  if (!collection.exists()) return refuse(performance::collection_unknown);
  auto const* form = performance::find_form(collection, aim.unit);
  if (!form) return refuse(form_unknown);
  books.previous = previous_figures(sight.reader, books.catalogue->state, collection.period, form->rows);
  return books;
}

Result<Json> act_on_form(Desk& desk, FormAim const& aim, std::vector<CollectionCommand> const& commands) {
  auto const running = find_running_case(desk, aim.case_id);
  if (!running) return std::unexpected(running.error());
  auto books = form_books(desk, aim);
  if (!books) return std::unexpected(books.error());
  auto const before = books->collection;
  for (auto const& command : commands) {
    if (auto ok = require_case(*running, command); !ok) return std::unexpected(ok.error());
    if (auto ok = carry_out(desk, aim, *books, command); !ok) return std::unexpected(ok.error());
  }
  if (auto ok = renew_papers(desk, aim.case_id); !ok) return std::unexpected(ok.error());
  return receipt(before->state, *books, aim);
}

}  // namespace himpun::app
