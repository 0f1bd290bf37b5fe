#include <algorithm>

#include "base/ensure.h"
#include "base/text.h"
#include "core/workflow/acts.h"

namespace himpun::workflow {

StepRun const& Act::run() const {
  auto const* found = open_run(progress.file(), step.id);
  ensure(found != nullptr, "an act happens in an open step");
  return *found;
}

Acted require_reason(std::string_view reason) {
  if (!trim(reason).empty()) return {};
  return refuse(reason_missing,
                {"Tuliskan alasannya dalam satu atau dua kalimat.", "Write the reason in a sentence or two."});
}

bool is_present(Case const& file, procedure::Step const& step, StepRun const& run, std::size_t index) {
  auto const& input = step.inputs.at(index);
  if (input.source == "surat") return true;
  if (input.source == "permintaan") return true;  // the gathering's own rule: answers_missing
  if (!input.source.empty() && find_paper(file, input.source)) return true;
  return std::ranges::find(run.inputs, static_cast<std::int32_t>(index), &PresentedInput::index) != run.inputs.end();
}

Acted require_inputs(Act const& context) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < context.step.inputs.size(); ++i) {
    if (!is_present(context.file(), context.step, context.run(), i)) missing.push_back(context.step.inputs[i].name);
  }
  if (missing.empty()) return {};
  auto const list = join(missing, "; ");
  return refuse(input_missing, {"Lampirkan berkas atau sebutkan rujukan untuk: " + list + ".",
                                "Attach a file or state a reference for: " + list + "."});
}

std::vector<Task> open_siblings(Act const& context, Action action) {
  std::vector<Task> tasks;
  std::ranges::copy_if(context.file().tasks, std::back_inserter(tasks), [&](Task const& each) {
    return each.step == context.step.id && each.run == context.task.run && each.action == action && each.is_open();
  });
  return tasks;
}

std::string name_holders(Act const& context, std::vector<Task> const& tasks) {
  std::vector<std::string> names;
  for (auto const& each : tasks) names.push_back(access::holder_name(context.occasion().agency, each.holder));
  return join(names, ", ");
}

namespace {

Acted require_content(Content const& content) {
  bool const empty = content.kind == ContentKind::file ? !content.file : trim(content.text).empty();
  if (!empty) return {};
  return refuse(content_empty, {"Isi dengan tulisan, lampirkan berkas, atau sebutkan rujukannya.",
                                "Write something, attach a file, or state a reference."});
}

bool may_write(Task const& task) { return task.action == Action::work || task.action == Action::gather; }

Acted wrong_action() { return refuse(task_other_action); }

}  // namespace

Acted act(Act& context, ReadTask const&) {
  if (!context.task.read_at) context.progress.happen(TaskRead{context.task.id, context.by});
  return {};
}

Acted act(Act& context, PresentInput const& command) {
  if (command.index < 0 || static_cast<std::size_t>(command.index) >= context.step.inputs.size()) {
    return refuse(input_unknown);
  }
  auto content = command.content;
  if (content.kind == ContentKind::paper) {
    auto const* version = latest_version(context.file(), content.text);
    if (!version) return refuse(paper_missing);
    content.version = version->number;
  }
  if (auto ok = require_content(content); !ok) return ok;
  context.progress.happen(InputPresented{context.task.id, command.index, std::move(content), context.by});
  return {};
}

Acted act(Act& context, WritePaper const& command) {
  auto const key = paper_key(context.step);
  if (!may_write(context.task) || key.empty() || command.content.kind == ContentKind::paper) return wrong_action();
  if (auto ok = require_content(command.content); !ok) return ok;
  auto const hash = content_hash(command.content);
  auto const* latest = latest_version(context.file(), key);
  if (latest && latest->sha256 == hash && latest->content == command.content) return {};
  auto const number = latest ? latest->number + 1 : 1;
  context.progress.happen(PaperWritten{context.task.id, key, number, command.content, hash, context.by});
  context.progress.void_marks(key, "Naskah diubah menjadi versi " + std::to_string(number));
  return {};
}

namespace {

/// PermenPAN-RB 35/2012: the output is what a step leaves behind; it is there before the step ends.
Acted require_output(Act const& context, std::string_view note) {
  auto const key = paper_key(context.step);
  if (key.empty()) return {};
  auto const* latest = latest_version(context.file(), key);
  auto const& outputs = context.step.outputs;
  if (!latest) {
    auto const name = outputs.empty() ? key : outputs.front();
    return refuse(output_missing, {"Tulis atau lampirkan keluaran langkah ini: " + name + ".",
                                   "Write or attach this step's output: " + name + "."});
  }
  auto const& run = context.run();
  auto const* from = run.from ? procedure::find_step(context.occasion().procedure, *run.from) : nullptr;
  bool const chosen_by_decision = from && from->outcomes.size() > 1 && context.step.kind == procedure::StepKind::task;
  bool const asked_to_repair = run.sent_back || chosen_by_decision;
  auto const* writing = find_task(context.file(), latest->task);
  bool const is_repaired = writing->step == run.step && writing->run == run.run;
  if (asked_to_repair && !is_repaired && trim(note).empty()) {
    return refuse(paper_unchanged, {"Simpan versi baru, atau tulis dalam catatan mengapa naskah tidak perlu diubah.",
                                    "Save a new version, or say in the note why it needs no change."});
  }
  return {};
}

Acted complete_work(Act& context, CompleteTask const& command) {
  auto const note = command.note.value_or("");
  if (open_siblings(context, Action::work).size() > 1) {
    context.progress.happen(PartDone{context.task.id, note, context.by});
    return {};
  }
  if (auto ok = require_inputs(context); !ok) return ok;
  if (auto ok = require_output(context, note); !ok) return ok;
  context.progress.complete_step(context.step, {.note = note}, context.by);
  return {};
}

Acted complete_gathering(Act& context, CompleteTask const& command) {
  auto const missing = open_siblings(context, Action::answer);
  auto const reason = command.missing_reason.value_or("");
  if (!missing.empty() && trim(reason).empty()) {
    auto const names = name_holders(context, missing);
    return refuse(answers_missing,
                  {"Belum diterima: " + names + ". Terima datanya, atau tutup dengan menuliskan alasannya.",
                   "Not accepted yet: " + names + ". Accept their data, or close with a reason."});
  }
  if (auto ok = require_inputs(context); !ok) return ok;
  if (auto ok = require_output(context, command.note.value_or("")); !ok) return ok;
  Closing closing{.reason = reason, .note = command.note.value_or("")};
  for (auto const& each : missing) closing.missing.push_back(each.holder);
  context.progress.complete_step(context.step, closing, context.by);
  return {};
}

Acted complete_review(Act& context, CompleteTask const& command) {
  Closing closing{.outcome = command.outcome.value_or(""),
                  .reason = command.reason.value_or(""),
                  .note = command.note.value_or("")};
  if (context.step.outcomes.empty()) {
    closing.outcome.clear();
  } else {
    auto const known = std::ranges::find(context.step.outcomes, closing.outcome, &procedure::Outcome::label);
    if (known == context.step.outcomes.end()) {
      std::vector<std::string> labels;
      for (auto const& each : context.step.outcomes) labels.push_back(each.label);
      auto const list = join(labels, ", ");
      return refuse(outcome_unknown, {"Pilihannya: " + list + ".", "The choices are: " + list + "."});
    }
    if (auto ok = require_reason(closing.reason); !ok) return ok;
  }
  if (auto ok = require_inputs(context); !ok) return ok;
  context.progress.complete_step(context.step, closing, context.by);
  return {};
}

}  // namespace

Acted act(Act& context, CompleteTask const& command) {
  switch (context.task.action) {
    case Action::work:
      return complete_work(context, command);
    case Action::gather:
      return complete_gathering(context, command);
    case Action::review:
      return complete_review(context, command);
    case Action::dispose:
      return refuse(disposition_incomplete, {"Isi lembar disposisi.", "Fill in the disposition sheet."});
    default:
      return wrong_action();
  }
}

Acted act(Act& context, ReturnStep const& command) {
  bool const is_led_here = context.task.action != Action::answer && context.task.action != Action::receive;
  auto const allowed = std::ranges::find(context.step.returns, command.to) != context.step.returns.end();
  auto const* target = procedure::find_step(context.occasion().procedure, command.to);
  if (!is_led_here || !allowed || !target) {
    return refuse(return_unknown, {"Prosedur ini tidak membuka jalan kembali ke langkah tersebut.",
                                   "This procedure has no way back to that step."});
  }
  if (auto ok = require_reason(command.reason); !ok) return ok;
  context.progress.return_step(context.step, *target, command.reason, context.by);
  return {};
}

}  // namespace himpun::workflow
