#include "core/procedure/summary.h"

#include <algorithm>

#include "base/text.h"

namespace himpun::procedure {
namespace {

constexpr std::size_t narrowest = 60;

/// Writes paragraphs with a hanging indent. Widths count characters, which is right for the Latin letters of a sheet.
class Page {
 public:
  explicit Page(std::size_t columns) : columns_(std::max(columns, narrowest)) {}

  void line(std::string_view text) { text_ += std::string{text} + "\n"; }
  void gap() { text_ += "\n"; }

  /// `lead` at the margin, then `text` wrapped, its further lines indented as far as `lead` is long.
  void paragraph(std::string const& lead, std::string_view text) {
    std::size_t const indent = count_characters(lead);
    std::string row = lead;
    std::size_t used = indent;
    for (auto const word : split(text, ' ')) {
      std::size_t const length = count_characters(word);
      if (used > indent && used + 1 + length > columns_) {
        line(row);
        row = std::string(indent, ' ');
        used = indent;
      }
      if (used > indent) {
        row += ' ';
        ++used;
      }
      row += word;
      used += length;
    }
    line(row);
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::size_t columns_;
  std::string text_;
};

class Summary {
 public:
  Summary(Check const& check, Procedure const& procedure, Language language, std::size_t columns)
      : check_(check), procedure_(procedure), language_(language), page_(columns) {}

  std::string write() {
    identity();
    columns();
    for (std::size_t row = 0; row < procedure_.steps.size(); ++row) step(procedure_.steps[row], row + 1);
    closing();
    return page_.take();
  }

 private:
  [[nodiscard]] std::string const& pick(Words const& words) const { return say(words, language_); }

  void identity() {
    page_.paragraph("", procedure_.name);
    field({"Nomor", "Number"}, procedure_.number);
    field({"Unit", "Unit"}, procedure_.unit);
    auto const& dates = procedure_.dates;
    field({"Tanggal", "Dates"}, pick({"pembuatan ", "made "}) + or_dash(dates.made) +
                                    pick({", revisi ", ", revised "}) + or_dash(dates.revised) +
                                    pick({", pengesahan ", ", approved "}) + or_dash(dates.approved) +
                                    pick({", efektif ", ", effective "}) + or_dash(dates.effective));
    auto const& by = procedure_.approved_by;
    std::vector<std::string> approver;
    for (auto const& each : {by.position, by.name, by.rank}) {
      if (!each.empty()) approver.push_back(each);
    }
    field({"Disahkan", "Approved"}, join(approver, ", "));
  }
  static std::string or_dash(std::string const& text) { return text.empty() ? "-" : text; }
  void field(Words const& name, std::string const& value) {
    std::string lead = pick(name) + ":";
    lead.resize(std::max<std::size_t>(lead.size() + 1, 11), ' ');
    page_.paragraph(lead, value);
  }

  void columns() {
    page_.gap();
    page_.line(pick({"Pelaksana", "Performers"}));
    for (auto const& actor : procedure_.actors) {
      auto const many = actor.plural ? pick({" (beberapa unit)", " (several units)"}) : "";
      page_.paragraph("  ", actor.name + many);
    }
  }

  void step(Step const& step, std::size_t row) {
    page_.gap();
    auto const number = std::to_string(row);
    page_.paragraph(std::string(row < 10 ? 1 : 0, ' ') + number + ". ", step.activity);
    page_.paragraph("    ", pick(name_of(step.kind)) + " | " + performers(step) + " | " + step.time_written);
    if (!step.waits_for.empty()) page_.paragraph("    ", pick({"menunggu ", "waits for "}) + rows(step.waits_for));
    page_.paragraph("    -> ", followers(step));
    if (!step.returns.empty())
      page_.paragraph("    <- ", pick({"dapat kembali ke ", "may return to "}) + rows(step.returns));
    if (!step.inferred.empty()) {
      page_.paragraph("    ?  ", pick({"disimpulkan: ", "inferred: "}) + join(step.inferred, ", "));
    }
  }
  [[nodiscard]] std::string performers(Step const& step) const {
    std::vector<std::string> names;
    for (auto const& id : step.performers) {
      auto const* actor = find_actor(procedure_, id);
      names.push_back(actor ? actor->name : id.value);
    }
    auto text = join(names, " + ");
    auto const* asked = step.gathers_from ? find_actor(procedure_, *step.gathers_from) : nullptr;
    if (asked) text += pick({", bersama ", ", with "}) + asked->name;
    return text;
  }
  [[nodiscard]] std::string rows(std::vector<StepId> const& ids) const {
    std::vector<std::string> names;
    for (auto const& id : ids) names.push_back(row(id));
    return join(names, ", ");
  }
  [[nodiscard]] std::string row(StepId const& id) const {
    if (id.empty()) return pick({"selesai", "end"});
    return std::to_string(row_number(procedure_, id)) + " " + id.value;
  }
  [[nodiscard]] std::string followers(Step const& step) const {
    if (step.outcomes.empty()) return step.next.empty() ? pick({"selesai", "end"}) : rows(step.next);
    std::vector<std::string> ways;
    for (auto const& outcome : step.outcomes) ways.push_back(outcome.label + ": " + row(outcome.target));
    return join(ways, "; ");
  }

  void closing() {
    page_.gap();
    if (!check_.paths.longest.steps.empty()) {
      time({"Waktu terpanjang: ", "Longest time: "}, check_.paths.longest);
      time({"Waktu terpendek: ", "Shortest time: "}, check_.paths.shortest);
    }
    page_.line(findings());
  }
  void time(Words const& lead, TimedPath const& path) {
    page_.paragraph(pick(lead), pick(spell(path.total)) + " (" + rows(path.steps) + ")");
  }
  [[nodiscard]] std::string findings() const {
    auto const count = [&](Severity severity) {
      return std::to_string(
          std::ranges::count(check_.findings, severity, [](auto const& each) { return each.finding.severity; }));
    };
    return pick({"Temuan: ", "Findings: "}) + count(Severity::error) + pick({" kesalahan, ", " errors, "}) +
           count(Severity::warning) + pick({" peringatan, ", " warnings, "}) + count(Severity::information) +
           pick({" keterangan", " notes"}) +
           (check_.refusals.empty() ? ""
                                    : pick({"; ditolak: ", "; refused: "}) + std::to_string(check_.refusals.size()));
  }

  Check const& check_;
  Procedure const& procedure_;
  Language language_;
  Page page_;
};

}  // namespace

std::string summarize(Check const& check, Language language, std::size_t columns) {
  if (!check.procedure) return write_check(check, language);
  return Summary{check, *check.procedure, language, columns}.write();
}

Words name_of(StepKind kind) {
  switch (kind) {
    case StepKind::disposition:
      return {"Disposisi", "Disposition"};
    case StepKind::task:
      return {"Tugas", "Task"};
    case StepKind::gathering:
      return {"Pengumpulan", "Gathering"};
    case StepKind::review:
      return {"Pemeriksaan", "Review"};
    case StepKind::initialing:
      return {"Paraf", "Initials"};
    case StepKind::signature:
      return {"Tanda tangan", "Signature"};
    case StepKind::distribution:
      return {"Distribusi", "Distribution"};
  }
  return {};
}

}  // namespace himpun::procedure
