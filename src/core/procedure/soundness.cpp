#include "core/procedure/soundness.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "core/procedure/proof/net.h"
#include "core/procedure/proof/state_search.h"

namespace himpun::procedure {
namespace {

constexpr std::size_t moves_shown_first = 8;
constexpr std::size_t moves_shown_last = 24;

/// Checks one procedure. First the wiring (unreachable steps, loops without exit), then the states; a net whose wiring
/// is wrong is reported as such, for its states would only repeat it.
class Prover {
 public:
  explicit Prover(Procedure const& procedure) : procedure_(procedure), net_(make_net(procedure)) {}

  Soundness run() {
    check_wiring();
    if (out_.is_sound()) check_states();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string name(std::size_t step) const {
    return "langkah " + std::to_string(step + 1) + " `" + procedure_.steps[step].id.value + "`";
  }
  [[nodiscard]] std::string name_en(std::size_t step) const {
    return "step " + std::to_string(step + 1) + " `" + procedure_.steps[step].id.value + "`";
  }

  void check_wiring() {
    auto const reached = reachable_places(net_);
    auto const exits = places_with_exit(net_);
    for (std::size_t step = 0; step < net_.steps; ++step) {
      if (!reached[step]) {
        report(unsound_unreachable, step, {},
               {"Tidak ada jalan dari awal ke " + name(step) +
                    ". Arahkan `berikut` atau `lanjut` langkah lain ke sini, "
                    "tulis `mulai: ya`, atau hapus langkahnya.",
                "No way leads from the start to " + name_en(step) +
                    ". Point another step's `berikut` or `lanjut` here, "
                    "write `mulai: ya`, or remove the step."});
      } else if (!exits[step]) {
        report(unsound_no_exit, step, path_to(step),
               {"Dari " + name(step) +
                    " semua jalan berputar tanpa ujung. Beri salah satu langkah dalam putaran itu "
                    "jalan ke luar.",
                "From " + name_en(step) + " every way runs in circles. Give one of the steps in the loop a way out."});
      }
    }
  }

  void check_states() {
    if (!judge(search_states(net_, std::nullopt, max_proof_states))) return;
    for (auto const place : suspicious_places(net_)) {
      if (out_.states >= max_proof_states) return report_too_complex();
      if (!judge(search_states(net_, place, max_proof_states - out_.states))) return;
    }
  }

  /// True when the search found nothing.
  bool judge(SearchResult const& result) {
    out_.states += result.states;
    switch (result.end) {
      case SearchEnd::clean:
        return true;
      case SearchEnd::stuck:
        report_stuck(result);
        return false;
      case SearchEnd::marked_twice:
        report_twice(result);
        return false;
      case SearchEnd::gave_up:
        report_too_complex();
        return false;
    }
    return false;
  }

  void report_stuck(SearchResult const& result) {
    // An open step can always move, so only hand-overs can be left. The first one names a join that waits for ever.
    auto const to = net_.handovers[result.marked.front() - net_.steps].to;
    std::vector<std::string> missing;
    std::vector<std::string> missing_en;
    for (std::size_t i = 0; i < net_.handovers.size(); ++i) {
      bool const has_come = std::ranges::find(result.marked, net_.steps + i) != result.marked.end();
      if (net_.handovers[i].to != to || has_come) continue;
      missing.push_back(name(net_.handovers[i].from));
      missing_en.push_back(name_en(net_.handovers[i].from));
    }
    report(unsound_stuck, to, moves_of(result.path),
           {"Di " + name(to) + " pekerjaan dapat macet: ia menunggu " + join(missing, ", ") +
                ", yang pada jalur ini tidak akan menyerahkan lagi.",
            "At " + name_en(to) + " the work can get stuck: it waits for " + join(missing_en, ", ") +
                ", which on this path will not hand over any more."});
  }

  void report_twice(SearchResult const& result) {
    auto const place = result.marked.front();
    auto path = moves_of(result.path);
    if (place < net_.steps) {
      report(unsound_open_twice, place, std::move(path),
             {"Cabang yang sejajar dapat membuka " + name(place) +
                  " selagi masih terbuka. Gabungkan cabangnya dengan "
                  "`menunggu`, atau periksa pengembaliannya.",
              "Parallel branches can open " + name_en(place) +
                  " while it is still open. Join the branches with "
                  "`menunggu`, or check the returns."});
      return;
    }
    auto const [from, to] = net_.handovers[place - net_.steps];
    report(
        unsound_open_twice, to, std::move(path),
        {name(from) + " dapat menyerahkan dua kali sebelum " + name(to) +
             " terbuka. Periksa pengembalian di cabang itu.",
         name_en(from) + " can hand over twice before " + name_en(to) + " opens. Check the returns in that branch."});
  }

  void report_too_complex() {
    auto const most = std::to_string(max_proof_states);
    report(unsound_too_complex, 0, {},
           {"Setelah memeriksa " + most + " keadaan belum ada kepastian. Kurangi cabang sejajar yang saling silang.",
            "After " + most + " states nothing is certain. Have fewer parallel branches that cross each other."});
  }

  void report(ProblemType const& type, std::size_t step, std::vector<Move> path, Words detail) {
    if (!path.empty()) {
      auto const moves = spell(path);
      detail.id += " Contoh jalur: " + moves + ".";
      detail.en += " For example: " + moves + ".";
    }
    out_.faults.push_back({.problem = {.type = &type, .detail = std::move(detail), .fields = {}, .where = {}},
                           .step = procedure_.steps[step].id,
                           .path = std::move(path)});
  }

  [[nodiscard]] std::vector<Move> moves_of(std::vector<std::size_t> const& ways) const {
    std::vector<Move> moves;
    for (auto const way : ways) {
      auto const& transition = net_.transitions[way];
      if (transition.step != no_step) moves.push_back({procedure_.steps[transition.step].id, transition.choice});
    }
    return moves;
  }

  /// The shortest way along the wires from a start to `step`.
  [[nodiscard]] std::vector<Move> path_to(std::size_t step) const {
    std::vector<std::size_t> came_by(net_.places(), no_step);
    std::vector<std::size_t> came_from(net_.places(), no_step);
    std::vector<bool> seen(net_.places(), false);
    std::vector<std::size_t> queue = net_.starts;
    for (auto const start : queue) seen[start] = true;
    for (std::size_t at = 0; at < queue.size(); ++at) {
      for (std::size_t way = 0; way < net_.transitions.size(); ++way) {
        auto const& transition = net_.transitions[way];
        if (std::ranges::find(transition.takes, queue[at]) == transition.takes.end()) continue;
        for (auto const place : transition.gives) {
          if (seen[place]) continue;
          seen[place] = true;
          came_by[place] = way;
          came_from[place] = queue[at];
          queue.push_back(place);
        }
      }
    }
    std::vector<std::size_t> ways;
    for (auto place = step; place != no_step && came_by[place] != no_step; place = came_from[place]) {
      ways.push_back(came_by[place]);
    }
    std::ranges::reverse(ways);
    return moves_of(ways);
  }

  [[nodiscard]] std::string spell(std::vector<Move> const& path) const {
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < path.size(); ++i) {
      if (i >= moves_shown_first && i + moves_shown_last < path.size()) {
        if (i == moves_shown_first) shown.emplace_back("...");
        continue;
      }
      auto const row = std::to_string(row_number(procedure_, path[i].step));
      shown.push_back(row + " " + path[i].step.value + (path[i].choice.empty() ? "" : " (" + path[i].choice + ")"));
    }
    return join(shown, ", ");
  }

  Procedure const& procedure_;
  Net net_;
  Soundness out_;
};

}  // namespace

Soundness prove_soundness(Procedure const& procedure) { return Prover{procedure}.run(); }

}  // namespace himpun::procedure
