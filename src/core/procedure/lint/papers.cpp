#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "core/procedure/lint/rules.h"
#include "core/procedure/reader.h"

namespace himpun::procedure {
namespace {

bool writes(Step const& step) { return step.kind == StepKind::task || step.kind == StepKind::gathering; }
bool marks(Step const& step) { return step.kind == StepKind::initialing || step.kind == StepKind::signature; }

// Words that say in which state a paper is, not which paper it is.
constexpr std::array<std::string_view, 14> state_words{"final",  "disahkan", "ditandatangani", "diparaf", "yang",
                                                       "sudah",  "telah",    "asli",           "lengkap", "hasil",
                                                       "revisi", "salinan",  "bertanda",       "tangan"};

/// The words that name the paper itself; none for a draft, which may be called anything.
std::vector<std::string> naming_words(std::string_view text) {
  std::vector<std::string> kept;
  for (auto& word : words_of(text)) {
    if (!kept.empty() && (word.starts_with("ter") || word.starts_with("ber"))) break;  // "... terparaf Kasubag"
    if (word == "draft" || word == "draf" || word == "konsep" || word == "rancangan") return {};
    if (std::ranges::find(state_words, word) == state_words.end()) kept.push_back(std::move(word));
  }
  return kept;
}

/// Two names for one paper: both begin with the same word, and neither is the other one shortened.
bool are_two_names(std::string_view one, std::string_view other) {
  auto const a = naming_words(one);
  auto const b = naming_words(other);
  if (a.empty() || b.empty() || a.front() != b.front()) return false;
  auto const all_in = [](auto const& some, auto const& others) {
    return std::ranges::all_of(some, [&](auto const& word) { return std::ranges::find(others, word) != others.end(); });
  };
  return !all_in(a, b) && !all_in(b, a);
}

class PaperRules {
 public:
  PaperRules(Procedure const& procedure, Findings& out) : procedure_(procedure), out_(out) {}

  void run() {
    for (std::size_t row = 0; row < procedure_.steps.size(); ++row) {
      auto const& step = procedure_.steps[row];
      if (marks(step)) check_mark(step, row);
      for (std::size_t i = 0; i < step.inputs.size(); ++i) check_source(step, row, i);
      check_approved_too_early(step, row);
    }
    for (auto const& paper : procedure_.papers) {
      check_names(paper);
      check_use(paper);
    }
  }

 private:
  void add(char const* code, Severity severity, Words words, Step const& step, std::string field,
           std::string suggestion = {}) {
    out_.push_back(
        {code, severity, std::move(words.id), std::move(words.en), step.id, std::move(field), std::move(suggestion)});
  }

  [[nodiscard]] bool any_row(std::size_t from, std::size_t to, auto const& wanted) const {
    for (std::size_t row = from; row < to; ++row) {
      if (wanted(procedure_.steps[row])) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_written_before(std::string const& paper, std::size_t row) const {
    return any_row(0, row, [&](Step const& each) { return writes(each) && each.paper == paper; });
  }
  [[nodiscard]] bool is_signed_before(std::string const& paper, std::size_t row) const {
    return any_row(0, row, [&](Step const& each) { return each.kind == StepKind::signature && each.paper == paper; });
  }
  [[nodiscard]] bool is_signed_from(std::string const& paper, std::size_t row) const {
    return any_row(row, procedure_.steps.size(),
                   [&](Step const& each) { return each.kind == StepKind::signature && each.paper == paper; });
  }

  void check_mark(Step const& step, std::size_t row) {
    if (step.paper.empty()) {
      // An initial or a signature binds to the content of one version of a paper; without one there is nothing to bind.
      return add("paper.missing", Severity::error,
                 {"Paraf atau tanda tangan memerlukan `naskah`: apa yang dibubuhi?",
                  "Initials or a signature need `naskah`: what is marked?"},
                 step, step_field(row, "naskah"));
    }
    if (!is_written_before(step.paper, row)) {
      add("paper.never_written", Severity::error,
          {"Tidak ada langkah sebelumnya yang menulis naskah `" + step.paper + "`.",
           "No earlier step writes the paper `" + step.paper + "`."},
          step, step_field(row, "naskah"));
    }
    if (step.kind == StepKind::initialing && is_signed_before(step.paper, row) && !is_signed_from(step.paper, row)) {
      add("paper.initials_after_signature", Severity::warning,
          {"Paraf setelah tanda tangan terakhir: paraf mendahului tanda tangan.",
           "Initials after the last signature: initials come before it."},
          step, step_field(row, "jenis"));
    }
    check_separation(step, row);
  }

  // Maker, checker and signer are different people.
  void check_separation(Step const& step, std::size_t row) {
    auto const by_the_same = [&](Step const& each) {
      return each.paper == step.paper && each.performers == step.performers;
    };
    auto const by_another = [&](Step const& each) {
      return each.paper == step.paper && writes(each) && each.performers != step.performers;
    };
    bool const wrote_alone = any_row(0, row, [&](Step const& each) { return writes(each) && by_the_same(each); }) &&
                             !any_row(0, row, by_another);
    bool const initialled = step.kind == StepKind::signature && any_row(0, row, [&](Step const& each) {
                              return each.kind == StepKind::initialing && by_the_same(each);
                            });
    if (!wrote_alone && !initialled) return;
    add("paper.same_hands", Severity::warning,
        {"Pelaksana ini juga menyusun atau memaraf naskah yang sama; pembuat, pemeriksa dan penanda tangan harus "
         "berbeda.",
         "This performer also prepared or initialled the same paper; maker, checker and signer must differ."},
        step, step_field(row, "pelaksana"));
  }

  void check_source(Step const& step, std::size_t row, std::size_t index) {
    auto const& source = step.inputs[index].source;
    if (source.empty() || source == letter_source) return;
    auto const field = (step_field(row, "kelengkapan") / index) / "dari";
    if (source == requests_source) {
      auto const gathers = [](Step const& each) { return each.kind == StepKind::gathering; };
      if (any_row(0, row + 1, gathers)) return;
      return add("standards.no_requests", Severity::error,
                 {"Belum ada langkah `pengumpulan` yang jawabannya dapat dipakai di sini.",
                  "No `pengumpulan` step stands before whose answers could be used here."},
                 step, field);
    }
    if (is_written_before(source, row)) return;
    add("standards.source_never_written", Severity::error,
        {"Naskah `" + source + "` belum ditulis langkah sebelumnya, sehingga kelengkapan ini tidak akan pernah ada.",
         "No earlier step writes the paper `" + source + "`, so this input can never be there."},
        step, field);
  }

  /// "disahkan" in the input of a step that stands before the signature, or is the signature itself.
  void check_approved_too_early(Step const& step, std::size_t row) {
    for (std::size_t i = 0; i < step.inputs.size(); ++i) {
      auto const& [name, source] = step.inputs[i];
      bool const says_so = has_word(name, "disahkan") || has_word(name, "ditandatangani");
      if (!says_so || is_signed_before(source, row) || !is_signed_from(source, row)) continue;
      add("standards.approved_before_signature", Severity::warning,
          {"\"" + name +
               "\" menjadi kelengkapan padahal naskah itu baru ditandatangani di langkah ini atau sesudahnya.",
           "\"" + name + "\" is an input, but the paper is signed only in this step or later."},
          step, step_field(row, "kelengkapan") / i, without_approval(name));
    }
  }
  static std::string without_approval(std::string_view name) {
    std::vector<std::string> kept;
    for (auto const word : split(name, ' ')) {
      auto const lower = lower_ascii(word);
      if (lower == "disahkan" || lower == "ditandatangani") {
        while (!kept.empty() && (kept.back() == "yang" || kept.back() == "sudah" || kept.back() == "telah"))
          kept.pop_back();
      } else {
        kept.emplace_back(word);
      }
    }
    return join(kept, " ");
  }

  void check_names(Paper const& paper) {
    for (std::size_t row = 0; row < procedure_.steps.size(); ++row) {
      auto const& step = procedure_.steps[row];
      for (std::size_t i = 0; i < step.inputs.size(); ++i) {
        auto const& [name, source] = step.inputs[i];
        if (source == paper.key && report_two_names(paper, name, step, step_field(row, "kelengkapan") / i)) return;
      }
      for (std::size_t i = 0; step.paper == paper.key && i < step.outputs.size(); ++i) {
        if (report_two_names(paper, step.outputs[i], step, step_field(row, "output") / i)) return;
      }
    }
  }
  bool report_two_names(Paper const& paper, std::string const& name, Step const& step, std::string field) {
    if (!are_two_names(paper.name, name)) return false;
    add("wording.two_names", Severity::warning,
        {"Satu naskah punya dua nama: \"" + name + "\" dan \"" + paper.name + "\".",
         "One paper has two names: \"" + name + "\" and \"" + paper.name + "\"."},
        step, std::move(field), paper.name);
    return true;
  }

  void check_use(Paper const& paper) {
    auto const uses = [&](Step const& step) {
      return step.paper == paper.key || std::ranges::find(step.inputs, paper.key, &Input::source) != step.inputs.end();
    };
    if (any_row(0, procedure_.steps.size(), uses)) return;
    out_.push_back({"paper.unused",
                    Severity::warning,
                    "Tidak ada langkah yang memakai naskah `" + paper.key + "`.",
                    "No step uses the paper `" + paper.key + "`.",
                    {},
                    std::string{"/naskah"} / paper.key,
                    {}});
  }

  Procedure const& procedure_;
  Findings& out_;
};

}  // namespace

void lint_papers(Procedure const& procedure, Findings& out) { PaperRules{procedure, out}.run(); }

}  // namespace himpun::procedure
