#pragma once
// Procedures that the reader would accept, made at random: every kind of step, joins, forks, choices, returns, several
// starts, joint work, and texts that trip careless writers. Sound they need not be.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/calendar/time_limit.h"
#include "core/procedure/procedure.h"

namespace himpun::test {

class RandomProcedure {
 public:
  explicit RandomProcedure(std::uint64_t seed) : random_(seed) {}

  procedure::Procedure make() {
    auto& p = procedure_;
    p.id = procedure::ProcedureId{"acak-" + std::to_string(below(1000))};
    p.number = text();
    p.name = text();
    p.unit = text();
    if (chance(2)) p.flow_title = text();
    if (chance(2)) p.classification = text();
    if (chance(2)) p.dates = {text(), "-", text(), text()};
    if (chance(2)) p.approved_by = {text(), text(), text(), "190001011900011001"};
    p.legal_basis = texts();
    p.qualifications = texts();
    p.related = texts();
    p.equipment = texts();
    p.warnings = texts();
    p.recording = texts();
    auto const actors = below(6);
    for (std::size_t i = 0; i < actors; ++i)
      p.actors.push_back({procedure::ActorId{"p" + std::to_string(i)}, text(), chance(3)});
    auto const papers = below(3);
    for (std::size_t i = 0; i < papers; ++i) p.papers.push_back({"n" + std::to_string(i), text()});
    auto const steps = 1 + below(14);
    for (std::size_t i = 0; i < steps; ++i) p.steps.push_back(make_step(i));
    for (std::size_t i = 0; i < steps; ++i) link(i, steps);
    for (auto& step : p.steps) add_waits(step);
    p.steps.front().is_start = true;
    return std::move(procedure_);
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  std::string text() {
    static std::vector<std::string> const texts{
        "Menerima, memeriksa dan meneruskan",
        "null",
        "- bukan daftar",
        " berawal dan berakhir spasi ",
        "kunci: nilai # bukan komentar",
        "\"kutip\" dan 'kutip'",
        "a\\b & <c> ]]> d",
        "dua\nbaris",
        "tab\tdan \r",
        "Übersicht, naïve, 数据, 😀",
        "123",
        "ya",
        "{a: b}",
        "[1, 2]",
        "Dokumen mekanisme pengumpulan data kinerja yang telah ditandatangani oleh Kepala Dinas didistribusikan kepada "
        "pihak yang berkepentingan dan diarsipkan",
        "x:",
    };
    return texts[below(texts.size())];
  }
  std::vector<std::string> texts() {
    std::vector<std::string> list;
    for (auto count = below(3); count > 0; --count) list.push_back(text());
    return list;
  }
  static procedure::StepId id_of(std::size_t index) { return procedure::StepId{"s" + std::to_string(index)}; }

  procedure::Step make_step(std::size_t index) {
    using procedure::StepKind;
    procedure::Step step;
    auto const& actors = procedure_.actors;
    step.id = id_of(index);
    step.kind = static_cast<StepKind>(below(7));
    if (step.kind == StepKind::gathering && actors.empty()) step.kind = StepKind::task;
    step.activity = text();
    for (auto const& actor : actors) {
      if (chance(3)) step.performers.push_back(actor.id);
    }
    std::ranges::shuffle(step.performers, random_);
    if (step.kind == StepKind::gathering) step.gathers_from = actors[below(actors.size())].id;
    for (auto count = below(3); count > 0; --count) step.inputs.push_back({text(), chance(2) ? "surat" : ""});
    static std::vector<std::string> const times{"1 Hari", "20 menit", "1-2 hari", "5 hari kalender",
                                                "sesuai kebutuhan"};
    step.time_written = times[below(times.size())];
    if (auto const limit = calendar::parse_time_limit(step.time_written)) step.time_limit = *limit;
    step.outputs = texts();
    if (chance(2)) step.remark = text();
    if (!procedure_.papers.empty() && chance(2)) step.paper = procedure_.papers[below(procedure_.papers.size())].key;
    step.is_start = chance(8);
    if (chance(3)) step.inferred = {"pelaksana", "waktu"};
    return step;
  }

  std::vector<procedure::StepId> some_of(std::size_t limit, std::size_t most) {
    std::vector<procedure::StepId> ids;
    for (auto count = below(most + 1); count > 0 && limit > 0; --count) {
      auto const id = id_of(below(limit));
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    }
    return ids;
  }
  void link(std::size_t index, std::size_t steps) {
    auto& step = procedure_.steps[index];
    if (step.kind == procedure::StepKind::review && chance(2)) {
      for (std::size_t i = 0, count = 1 + below(4); i < count; ++i) {
        auto label = text() + (i == 0 ? "" : " " + std::to_string(i));
        step.outcomes.push_back({label, chance(4) ? procedure::StepId{} : id_of(below(steps))});
      }
    } else if (index + 1 < steps && !chance(3)) {
      step.next = {id_of(index + 1)};
    } else {
      step.next = some_of(steps, 3);
    }
    if (chance(4)) step.returns = some_of(index, 2);
  }
  /// Only what hands over to a step can be waited for.
  void add_waits(procedure::Step& step) {
    for (auto const& other : procedure_.steps) {
      bool const hands_over =
          std::ranges::find(other.next, step.id) != other.next.end() ||
          std::ranges::find(other.outcomes, step.id, &procedure::Outcome::target) != other.outcomes.end();
      if (hands_over && chance(2)) step.waits_for.push_back(other.id);
    }
    std::ranges::shuffle(step.waits_for, random_);
  }

  std::mt19937_64 random_;
  procedure::Procedure procedure_;
};

}  // namespace himpun::test
