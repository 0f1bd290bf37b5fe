#include "core/procedure/check.h"

#include <algorithm>
#include <set>

#include "base/json_map.h"

namespace himpun::procedure {
namespace {

/// The soundness proof says the same with a counter-example.
bool is_about_reach(Finding const& finding) {
  return finding.code == "flow.unreachable" || finding.code == "flow.endless_loop" || finding.code == "flow.no_end";
}

void check_soundness(ReadProcedure const& read, Check& out) {
  for (auto& fault : prove_soundness(read.procedure).faults) {
    auto const row = row_number(read.procedure, fault.step);
    auto const place = read.positions.find(std::string{"/langkah"} / static_cast<std::size_t>(row - 1));
    fault.problem.where = SourcePosition{out.file, place.line, place.column};
    out.refusals.push_back({std::move(fault.problem), std::move(fault.path)});
  }
}

void check_findings(ReadProcedure const& read, Check& out) {
  for (auto& finding : lint(read.procedure)) {
    if (!out.refusals.empty() && is_about_reach(finding)) continue;
    auto const place = read.positions.find(finding.field);
    out.findings.push_back({std::move(finding), place});
  }
  std::ranges::stable_sort(out.findings, {}, [](PlacedFinding const& each) {
    return std::pair{each.place.line, each.place.column};
  });
}

Words severity_words(Severity severity) {
  switch (severity) {
    case Severity::error:
      return {"kesalahan", "error"};
    case Severity::warning:
      return {"peringatan", "warning"};
    case Severity::information:
      return {"keterangan", "note"};
  }
  return {};
}

std::string line_start(std::string const& file, int line, int column) {
  return file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": ";
}

std::string write_refusal(Check const& check, Refusal const& refusal, Language language) {
  auto const where = refusal.problem.where.value_or(SourcePosition{check.file, 1, 1});
  auto const& type = *refusal.problem.type;
  std::string const title{language == Language::english ? type.title_en : type.title_id};
  return line_start(check.file, where.line, where.column) + say({"ditolak ", "error "}, language) +
         std::string{type.code} + ": " + title + ". " + say(refusal.problem.detail, language) + "\n";
}

std::string write_finding(Check const& check, PlacedFinding const& placed, Language language) {
  auto const& finding = placed.finding;
  std::string text = line_start(check.file, placed.place.line, placed.place.column) +
                     say(severity_words(finding.severity), language) + " " + finding.code + ": " +
                     say({finding.words_id, finding.words_en}, language) + "\n";
  if (!finding.suggestion.empty())
    text += say({"    saran: ", "    suggestion: "}, language) + finding.suggestion + "\n";
  return text;
}

std::size_t count_suspicious(Check const& check) {
  return static_cast<std::size_t>(std::ranges::count_if(
      check.findings, [](PlacedFinding const& each) { return each.finding.severity != Severity::information; }));
}

Json words_json(Words const& words) { return Json::Object{{"id", words.id}, {"en", words.en}}; }

Json refusal_json(Refusal const& refusal) {
  auto const& type = *refusal.problem.type;
  Json json;
  json.add("code", std::string{type.code});
  json.add("title", words_json({std::string{type.title_id}, std::string{type.title_en}}));
  json.add("words", words_json(refusal.problem.detail));
  if (refusal.problem.where) {
    json.add("line", refusal.problem.where->line);
    json.add("column", refusal.problem.where->column);
  }
  if (refusal.path.empty()) return json;
  Json::Array moves;
  for (auto const& move : refusal.path)
    moves.push_back(Json::Object{{"step", move.step.value}, {"choice", move.choice}});
  json.add("path", std::move(moves));
  return json;
}

Json finding_json(PlacedFinding const& placed) {
  auto const& finding = placed.finding;
  Json json;
  json.add("code", finding.code);
  json.add("severity", std::string{boost::describe::enum_to_string(finding.severity, "")});
  json.add("words", words_json({finding.words_id, finding.words_en}));
  if (finding.step) json.add("step", finding.step->value);
  json.add("field", finding.field);
  json.add("line", placed.place.line);
  json.add("column", placed.place.column);
  if (!finding.suggestion.empty()) json.add("suggestion", finding.suggestion);
  return json;
}

Json path_json(TimedPath const& path) {
  Json json = himpun::to_json(path);
  json.add("words", words_json(spell(path.total)));
  return json;
}

}  // namespace

Verdict Check::verdict() const {
  if (!refusals.empty()) return Verdict::refused;
  return count_suspicious(*this) > 0 ? Verdict::findings : Verdict::clean;
}

Check check_procedure(std::string_view text, std::string const& file) {
  Check out{.file = file, .refusals = {}, .findings = {}, .procedure = {}, .paths = {}};
  auto read = read_procedure(text, file);
  if (!read) {
    for (auto& problem : read.error()) out.refusals.push_back({std::move(problem), {}});
    return out;
  }
  check_soundness(*read, out);
  check_findings(*read, out);
  out.paths = measure_paths(read->procedure);
  out.procedure = std::move(read->procedure);
  return out;
}

std::string write_check(Check const& check, Language language) {
  std::string text;
  for (auto const& refusal : check.refusals) text += write_refusal(check, refusal, language);
  for (auto const& placed : check.findings) text += write_finding(check, placed, language);
  auto const refused = std::to_string(check.refusals.size());
  auto const found = std::to_string(count_suspicious(check));
  switch (check.verdict()) {
    case Verdict::clean:
      return text + check.file + ": " + say({"bersih", "clean"}, language) + "\n";
    case Verdict::findings:
      return text + check.file + ": " +
             say({"dapat dipakai (temuan: " + found + ")", "usable (findings: " + found + ")"}, language) + "\n";
    case Verdict::refused:
      return text + check.file + ": " +
             say({"ditolak (kesalahan: " + refused + ")", "refused (errors: " + refused + ")"}, language) + "\n";
  }
  return text;
}

Json to_json(Check const& check) {
  Json json;
  json.add("file", check.file);
  json.add("verdict", std::string{boost::describe::enum_to_string(check.verdict(), "")});
  if (check.procedure) {
    json.add("procedure", Json::Object{{"id", check.procedure->id.value},
                                       {"number", check.procedure->number},
                                       {"name", check.procedure->name},
                                       {"steps", static_cast<std::int64_t>(check.procedure->steps.size())}});
  }
  Json::Array refusals;
  for (auto const& refusal : check.refusals) refusals.push_back(refusal_json(refusal));
  json.add("refusals", std::move(refusals));
  Json::Array findings;
  for (auto const& placed : check.findings) findings.push_back(finding_json(placed));
  json.add("findings", std::move(findings));
  if (!check.paths.longest.steps.empty()) {
    json.add("paths",
             Json::Object{{"shortest", path_json(check.paths.shortest)}, {"longest", path_json(check.paths.longest)}});
  }
  return json;
}

}  // namespace himpun::procedure
