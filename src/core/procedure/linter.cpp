#include "core/procedure/linter.h"

#include <algorithm>

#include "base/text.h"
#include "core/procedure/lint/rules.h"

namespace himpun::procedure {
namespace {

bool is_word_character(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}

void visit_list(std::vector<std::string> const& texts, std::string const& pointer, Visit const& visit) {
  for (std::size_t i = 0; i < texts.size(); ++i) visit(texts[i], pointer / i, nullptr);
}

void visit_step(Step const& step, std::size_t row, Visit const& visit) {
  visit(step.activity, step_field(row, "aktivitas"), &step);
  for (std::size_t i = 0; i < step.inputs.size(); ++i) {
    visit(step.inputs[i].name, step_field(row, "kelengkapan") / i, &step);
  }
  for (std::size_t i = 0; i < step.outputs.size(); ++i) visit(step.outputs[i], step_field(row, "output") / i, &step);
  visit(step.remark, step_field(row, "ket"), &step);
  for (auto const& outcome : step.outcomes) visit(outcome.label, step_field(row, "lanjut") / outcome.label, &step);
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (char const c : lower_ascii(text)) {
    if (is_word_character(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string plain(std::string_view text) { return join(words_of(text), " "); }

bool has_word(std::string_view text, std::string_view word) {
  auto const words = words_of(text);
  return std::ranges::find(words, word) != words.end();
}

void visit_texts(Procedure const& procedure, Visit const& visit) {
  visit(procedure.name, "/nama", nullptr);
  visit(procedure.unit, "/unit", nullptr);
  visit_list(procedure.legal_basis, "/dasar_hukum", visit);
  visit_list(procedure.qualifications, "/kualifikasi_pelaksana", visit);
  visit_list(procedure.related, "/keterkaitan", visit);
  visit_list(procedure.equipment, "/peralatan", visit);
  visit_list(procedure.warnings, "/peringatan", visit);
  visit_list(procedure.recording, "/pencatatan", visit);
  visit(procedure.flow_title, "/judul_alur", nullptr);
  for (auto const& actor : procedure.actors) visit(actor.name, std::string{"/pelaksana"} / actor.id.value, nullptr);
  for (auto const& paper : procedure.papers) visit(paper.name, std::string{"/naskah"} / paper.key, nullptr);
  for (std::size_t row = 0; row < procedure.steps.size(); ++row) visit_step(procedure.steps[row], row, visit);
}

std::vector<Finding> lint(Procedure const& procedure) {
  Findings findings;
  lint_identity(procedure, findings);
  lint_legal_basis(procedure, findings);
  lint_wording(procedure, findings);
  lint_standards(procedure, findings);
  lint_papers(procedure, findings);
  lint_flow(procedure, findings);
  return findings;
}

}  // namespace himpun::procedure
