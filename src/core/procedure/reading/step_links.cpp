#include <algorithm>
#include <map>

#include "base/suggest.h"
#include "core/procedure/reader.h"
#include "core/procedure/reading/reader_problems.h"
#include "core/procedure/reading/step_reader.h"

namespace himpun::procedure {
namespace {

/// Resolves the references of all rows of one file.
class Linker {
 public:
  Linker(Reading& reading, Procedure const& head, std::vector<WrittenStep>& steps)
      : reading_(reading), head_(head), steps_(steps) {
    for (std::size_t row = 0; row < steps.size(); ++row) note_id(row);
    for (auto const& actor : head.actors) actor_ids_.push_back(actor.id.value);
    for (auto const& paper : head.papers) source_names_.push_back(paper.key);
    paper_keys_ = source_names_;
    source_names_.emplace_back(letter_source);
    source_names_.emplace_back(requests_source);
  }

  void run() {
    fill_in_next();
    for (std::size_t row = 0; row < steps_.size(); ++row) {
      check_names(steps_[row]);
      check_targets(steps_[row]);
      check_returns(row);
    }
    for (auto const& written : steps_) check_join(written);
    if (!steps_.empty()) steps_.front().step.is_start = true;
  }

 private:
  void note_id(std::size_t row) {
    auto const& id = steps_[row].step.id;
    if (id.empty()) return;
    auto const pointer = steps_[row].pointer / "id";
    if (id.value == end_word) {
      reading_.refuse_at(
          id_reserved, pointer,
          {"`selesai` berarti akhir prosedur. Pakai pengenal lain.", "`selesai` means the end. Use another id."});
    }
    check_identifier(reading_, id.value, reading_.positions.find(pointer));
    auto const [first, is_new] = rows_.emplace(id, row);
    if (is_new) {
      step_ids_.push_back(id.value);
      return;
    }
    auto const line = std::to_string(steps_[first->second].place.line);
    reading_.refuse_at(id_duplicate, pointer,
                       {quote(id.value) + " sudah dipakai langkah di baris " + line + ". Beri pengenal lain.",
                        quote(id.value) + " is already the step on line " + line + ". Give it another id."});
  }

  /// A step that does not say what follows hands over to the steps that wait for it, or else to the next row.
  void fill_in_next() {
    for (std::size_t row = 0; row < steps_.size(); ++row) {
      if (steps_[row].says_next) continue;
      auto& step = steps_[row].step;
      for (auto const& other : steps_) {
        if (std::ranges::find(other.step.waits_for, step.id) != other.step.waits_for.end())
          step.next.push_back(other.step.id);
      }
      if (step.next.empty() && row + 1 < steps_.size()) step.next.push_back(steps_[row + 1].step.id);
    }
  }

  void check_names(WrittenStep const& written) {
    auto const& step = written.step;
    for (auto const& performer : step.performers) check_actor(performer, written.pointer / "pelaksana");
    if (step.gathers_from) check_actor(*step.gathers_from, written.pointer / "bersama");
    if (!step.paper.empty()) check_known(paper_unknown, step.paper, paper_keys_, written.pointer / "naskah");
    for (std::size_t i = 0; i < step.inputs.size(); ++i) {
      auto const& source = step.inputs[i].source;
      if (!source.empty())
        check_known(paper_unknown, source, source_names_, written.pointer / "kelengkapan" / i / "dari");
    }
  }
  void check_actor(ActorId const& id, std::string const& pointer) {
    if (!id.empty()) check_known(actor_unknown, id.value, actor_ids_, pointer);
  }
  void check_known(ProblemType const& type, std::string const& name, std::vector<std::string> const& known,
                   std::string const& pointer) {
    if (std::ranges::find(known, name) != known.end()) return;
    auto const hint = suggest(name, known);
    reading_.refuse_at(
        type, pointer,
        {quote(name) + " tidak ada di berkas ini." + hint.id, quote(name) + " is not in this file." + hint.en});
  }

  void check_targets(WrittenStep const& written) {
    auto const& step = written.step;
    if (written.says_next) {
      for (auto const& id : step.next) check_step(id, written.pointer / "berikut");
    }
    for (auto const& outcome : step.outcomes) check_step(outcome.target, written.pointer / "lanjut" / outcome.label);
    for (auto const& id : step.waits_for) check_step(id, written.pointer / "menunggu");
    for (auto const& id : step.returns) check_step(id, written.pointer / "kembali");
  }
  void check_step(StepId const& id, std::string const& pointer) {
    if (!id.empty() && !rows_.contains(id)) check_known(step_unknown, id.value, step_ids_, pointer);
  }

  void check_returns(std::size_t row) {
    auto const& written = steps_[row];
    for (auto const& id : written.step.returns) {
      auto const target = rows_.find(id);
      if (target == rows_.end() || target->second < row) continue;
      reading_.refuse_at(return_not_back, written.pointer / "kembali",
                         {quote(id.value) + " bukan langkah sebelumnya. `kembali` hanya ke baris di atasnya.",
                          quote(id.value) + " is not an earlier step. `kembali` goes only to a row above."});
    }
  }

  void check_join(WrittenStep const& written) {
    for (auto const& id : written.step.waits_for) {
      auto const source = rows_.find(id);
      if (source == rows_.end() || hands_over(steps_[source->second].step, written.step.id)) continue;
      auto const target = written.step.id.value;
      reading_.refuse_at(
          join_not_served, written.pointer / "menunggu",
          {quote(id.value) + " tidak pernah menyerahkan ke sini. Tulis `berikut: " + target + "` pada langkah itu.",
           quote(id.value) + " never hands over to this step. Write `berikut: " + target + "` there."});
    }
  }
  [[nodiscard]] static bool hands_over(Step const& from, StepId const& to) {
    return std::ranges::find(from.next, to) != from.next.end() ||
           std::ranges::find(from.outcomes, to, &Outcome::target) != from.outcomes.end();
  }

  Reading& reading_;
  Procedure const& head_;
  std::vector<WrittenStep>& steps_;
  std::map<StepId, std::size_t> rows_;
  std::vector<std::string> step_ids_, actor_ids_, paper_keys_, source_names_;
};

}  // namespace

void link_steps(Reading& reading, Procedure const& head, std::vector<WrittenStep>& steps) {
  Linker{reading, head, steps}.run();
}

}  // namespace himpun::procedure
