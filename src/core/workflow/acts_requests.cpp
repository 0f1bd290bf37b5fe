#include <algorithm>

#include "base/text.h"
#include "core/workflow/acts.h"

namespace himpun::workflow {
namespace {

/// "-12", "1234.5": digits, at most one point with digits on both sides. Figures are exact decimals as text.
bool is_decimal(std::string_view text) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  auto const is_digits = [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  auto const parts = split(text, '.');
  return parts.size() <= 2 && text.size() <= 40 && std::ranges::all_of(parts, is_digits);
}

Acted require_numbers(std::vector<NumberField> const& numbers) {
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    auto const& number = numbers[i];
    auto const place = "/numbers/" + std::to_string(i);
    if (trim(number.label).empty()) {
      return std::unexpected(Problem{.type = &number_invalid,
                                     .detail = {"Angka ini belum diberi nama.", "This number has no name yet."},
                                     .fields = {{place + "/label", {"wajib diisi", "is required"}}}});
    }
    if (!is_decimal(number.value)) {
      return std::unexpected(Problem{
          .type = &number_invalid,
          .detail = {"\"" + number.label + "\" harus berupa angka.", "\"" + number.label + "\" must be a number."},
          .fields = {{place + "/value", {"tulis seperti 1234.5", "write it like 1234.5"}}}});
    }
  }
  return {};
}

bool is_answered(Task const& task) { return !task.answers.empty() && task.state == TaskState::waiting; }

}  // namespace

Acted act(Act& context, AnswerRequest const& command) {
  if (context.task.action != Action::answer) return refuse(task_other_action);
  if (trim(command.text).empty() && command.numbers.empty() && command.files.empty()) {
    return refuse(answer_empty, {"Tulis jawaban, isi angka, atau lampirkan berkas.",
                                 "Write an answer, type numbers, or attach files."});
  }
  if (auto ok = require_numbers(command.numbers); !ok) return ok;
  context.progress.happen(RequestAnswered{context.task.id, command.text, command.numbers, command.files, context.by});
  return {};
}

Acted act(Act& context, AcceptRequest const&) {
  if (context.task.action != Action::answer) return refuse(task_other_action);
  if (!is_answered(context.task)) return refuse(not_answered);
  context.progress.happen(RequestAccepted{context.task.id, context.by});
  return {};
}

Acted act(Act& context, RejectRequest const& command) {
  if (context.task.action != Action::answer) return refuse(task_other_action);
  if (!is_answered(context.task)) return refuse(not_answered);
  if (auto ok = require_reason(command.comment); !ok) return ok;
  context.progress.happen(RequestReturned{context.task.id, command.comment, context.by});
  return {};
}

}  // namespace himpun::workflow
