#include "core/procedure/writer.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "base/yaml.h"
#include "core/procedure/reader.h"

namespace himpun::procedure {
namespace {

/// A key longer than this is announced by `? `: the parser looks for the colon in the first 1,024 characters only.
constexpr std::size_t longest_plain_key = 200;

class Writer {
 public:
  explicit Writer(Procedure const& procedure) : procedure_(procedure) {}

  std::string write() {
    line(0, "prosedur", procedure_.id.value);
    line(0, "nomor", procedure_.number);
    line(0, "nama", procedure_.name);
    line(0, "unit", procedure_.unit);
    write_identity();
    write_actors();
    write_papers();
    out_ += "\nlangkah:\n";
    for (std::size_t row = 0; row < procedure_.steps.size(); ++row) {
      if (row > 0) out_ += '\n';
      write_step(row);
    }
    return std::move(out_);
  }

 private:
  using Pair = std::pair<char const*, std::string const*>;

  void line(std::size_t indent, std::string_view key, std::string_view text) {
    out_.append(indent, ' ').append(key).append(": ").append(yaml_scalar(text)) += '\n';
  }
  void line_if_any(std::size_t indent, std::string_view key, std::string_view text) {
    if (!text.empty()) line(indent, key, text);
  }
  /// `key: value` where the key is a text of the file.
  void entry(std::size_t indent, std::string_view key, std::string_view text) {
    out_.append(indent, ' ');
    if (key.size() > longest_plain_key) {
      out_.append("? ")
          .append(yaml_quoted(key))
          .append("\n")
          .append(indent, ' ')
          .append(": ")
          .append(yaml_scalar(text)) += '\n';
    } else {
      out_.append(yaml_scalar(key)).append(": ").append(yaml_scalar(text)) += '\n';
    }
  }
  void group(std::string_view key, std::array<Pair, 4> const& pairs) {
    if (std::ranges::all_of(pairs, [](Pair const& each) { return each.second->empty(); })) return;
    out_.append(key) += ":\n";
    for (auto const& [name, text] : pairs) line_if_any(2, name, *text);
  }
  void list(std::size_t indent, std::string_view key, std::vector<std::string> const& items) {
    if (items.empty()) return;
    out_.append(indent, ' ').append(key) += ":\n";
    for (auto const& item : items) out_.append(indent + 2, ' ').append("- ").append(yaml_scalar(item)) += '\n';
  }
  /// Identifiers on one line: `a`, or `[a, b]`.
  template <class AnyId>
  void ids(std::string_view key, std::vector<AnyId> const& all) {
    out_.append("    ").append(key).append(": ");
    if (all.size() == 1) {
      out_.append(all.front().value) += '\n';
      return;
    }
    std::vector<std::string> names;
    for (auto const& each : all) names.push_back(each.value);
    out_.append("[").append(join(names, ", ")) += "]\n";
  }
  template <class AnyId>
  void ids_if_any(std::string_view key, std::vector<AnyId> const& all) {
    if (!all.empty()) ids(key, all);
  }

  void write_identity() {
    auto const& p = procedure_;
    group("tanggal", {Pair{"pembuatan", &p.dates.made}, Pair{"revisi", &p.dates.revised},
                      Pair{"pengesahan", &p.dates.approved}, Pair{"efektif", &p.dates.effective}});
    group("disahkan_oleh", {Pair{"jabatan", &p.approved_by.position}, Pair{"nama", &p.approved_by.name},
                            Pair{"pangkat", &p.approved_by.rank}, Pair{"nip", &p.approved_by.nip}});
    list(0, "dasar_hukum", p.legal_basis);
    list(0, "kualifikasi_pelaksana", p.qualifications);
    list(0, "keterkaitan", p.related);
    list(0, "peralatan", p.equipment);
    list(0, "peringatan", p.warnings);
    list(0, "pencatatan", p.recording);
    line_if_any(0, "judul_alur", p.flow_title);
    line_if_any(0, "klasifikasi", p.classification);
  }

  void write_actors() {
    out_ += procedure_.actors.empty() ? "\npelaksana: {}\n" : "\npelaksana:\n";
    for (auto const& actor : procedure_.actors) {
      if (!actor.plural) {
        entry(2, actor.id.value, actor.name);
        continue;
      }
      out_.append("  ").append(actor.id.value) += ":\n";
      line(4, "nama", actor.name);
      line(4, "jamak", "ya");
    }
  }

  void write_papers() {
    if (procedure_.papers.empty()) return;
    out_ += "\nnaskah:\n";
    for (auto const& paper : procedure_.papers) entry(2, paper.key, paper.name);
  }

  void write_step(std::size_t row) {
    auto const& step = procedure_.steps[row];
    out_.append("  - id: ").append(step.id.value) += '\n';
    line(4, "jenis", word_of(step.kind));
    line(4, "aktivitas", step.activity);
    ids("pelaksana", step.performers);
    if (step.gathers_from) line(4, "bersama", step.gathers_from->value);
    write_inputs(step);
    line(4, "waktu", step.time_written);
    list(4, "output", step.outputs);
    line_if_any(4, "ket", step.remark);
    line_if_any(4, "naskah", step.paper);
    if (step.is_start && row > 0) line(4, "mulai", "ya");
    write_what_follows(row);
    ids_if_any("menunggu", step.waits_for);
    ids_if_any("kembali", step.returns);
    list(4, "disimpulkan", step.inferred);
  }

  void write_inputs(Step const& step) {
    if (step.inputs.empty()) return;
    out_ += "    kelengkapan:\n";
    for (auto const& input : step.inputs) {
      if (input.source.empty()) {
        out_.append("      - ").append(yaml_scalar(input.name)) += '\n';
      } else {
        out_.append("      - nama: ").append(yaml_scalar(input.name)) += '\n';
        line(8, "dari", input.source);
      }
    }
  }

  void write_what_follows(std::size_t row) {
    auto const& step = procedure_.steps[row];
    if (!step.outcomes.empty()) {
      out_ += "    lanjut:\n";
      for (auto const& outcome : step.outcomes) {
        entry(6, outcome.label, outcome.target.empty() ? end_word : std::string_view{outcome.target.value});
      }
    } else if (step.next != usual_next(row)) {
      step.next.empty() ? line(4, "berikut", end_word) : ids("berikut", step.next);
    }
  }

  /// What the reader takes when a row says nothing: the rows that wait for it, or else the next row.
  [[nodiscard]] std::vector<StepId> usual_next(std::size_t row) const {
    std::vector<StepId> next;
    for (auto const& other : procedure_.steps) {
      bool const waits = std::ranges::find(other.waits_for, procedure_.steps[row].id) != other.waits_for.end();
      if (waits) next.push_back(other.id);
    }
    if (next.empty() && row + 1 < procedure_.steps.size()) next.push_back(procedure_.steps[row + 1].id);
    return next;
  }

  Procedure const& procedure_;
  std::string out_;
};

}  // namespace

std::string write_procedure(Procedure const& procedure) { return Writer{procedure}.write(); }

}  // namespace himpun::procedure
