#include "shell/http/routes/bodies.h"

namespace himpun::http {
namespace {

/// A choice between members that exclude each other.
void exactly_one(FieldChecks& checks, int given, Words const& members) {
  if (given == 1) return;
  checks.wrong("", {"isi tepat satu dari " + members.id, "give exactly one of " + members.en});
}

void check(OriginBody const& origin, FieldChecks& checks) {
  checks.text("/origin/from", origin.from, 0, 300);
  checks.text("/origin/number", origin.number, 0, 100);
  checks.text("/origin/agenda_number", origin.agenda_number, 0, 100);
  checks.sentence("/origin/subject", origin.subject);
  checks.file("/origin/file", origin.file);
}

}  // namespace

void check(NothingBody const&, FieldChecks&) {}

void check(ReasonBody const& body, FieldChecks& checks) { checks.sentence("/reason", body.reason); }

void check(InputPresentationBody const& body, FieldChecks& checks) {
  exactly_one(checks, int{body.reference.has_value()} + int{body.file.has_value()} + int{body.paper.has_value()},
              {"reference, file, paper", "reference, file, paper"});
  if (body.index < 0) checks.wrong("/index", {"tidak boleh kurang dari 0", "must not be less than 0"});
  checks.sentence("/reference", body.reference);
  checks.file("/file", body.file);
  checks.text("/paper", body.paper, 1, 64);
}

void check(PaperWritingBody const& body, FieldChecks& checks) {
  exactly_one(checks, int{body.text.has_value()} + int{body.file.has_value()} + int{body.reference.has_value()},
              {"text, file, reference", "text, file, reference"});
  checks.text("/text", body.text, 1, 1'000'000);
  checks.file("/file", body.file);
  checks.sentence("/reference", body.reference);
}

void check(CompletionBody const& body, FieldChecks& checks) {
  checks.sentence("/note", body.note);
  checks.text("/outcome", body.outcome, 0, 4000);
  checks.sentence("/reason", body.reason);
  checks.sentence("/missing_reason", body.missing_reason);
  if (!body.disposition) return;
  checks.identifiers("/disposition/to", body.disposition->to);
  checks.sentence("/disposition/note", body.disposition->note);
  checks.count("/disposition/instructions", body.disposition->instructions.size(), 7);
}

void check(ReturnBody const& body, FieldChecks& checks) {
  checks.identifier("/to", body.to.value);
  checks.sentence("/reason", body.reason);
}

void check(MarkingBody const& body, FieldChecks& checks) {
  checks.text("/password", body.password, 1, 1024);
  checks.sha256("/sha256", body.sha256);
}

void check(AnswerBody const& body, FieldChecks& checks) {
  checks.text("/text", body.text, 0, 100'000);
  checks.count("/numbers", body.numbers.size(), 200);
  checks.count("/files", body.files.size(), 50);
  for (std::size_t i = 0; i < body.numbers.size(); ++i) {
    auto const place = "/numbers/" + std::to_string(i);
    checks.text(place + "/label", body.numbers[i].label, 1, 200);
    checks.decimal(place + "/value", body.numbers[i].value);
    checks.text(place + "/unit", body.numbers[i].unit, 0, 60);
  }
  for (std::size_t i = 0; i < body.files.size(); ++i) checks.file("/files/" + std::to_string(i), body.files[i]);
}

void check(RejectionBody const& body, FieldChecks& checks) { checks.sentence("/comment", body.comment); }

void check(DistributionBody const& body, FieldChecks& checks) {
  checks.identifiers("/recipients", body.recipients);
  checks.sentence("/note", body.note);
}

void check(ArchivingBody const& body, FieldChecks& checks) {
  checks.text("/classification", body.classification, 1, 60);
  checks.number("/active_years", body.active_years, 0, 100);
  checks.number("/inactive_years", body.inactive_years, 0, 100);
  checks.sentence("/location", body.location);
  checks.sentence("/missing_reason", body.missing_reason);
}

void check(CaseStartBody const& body, FieldChecks& checks) {
  checks.identifier("/procedure", body.procedure.value);
  checks.text("/title", body.title, 1, 300);
  checks.number("/period/year", body.period.year, 2000, 2100);
  checks.number("/period/number", body.period.number, 1, 12);
  check(body.origin, checks);
  if (body.start) checks.identifier("/start", body.start->value);
}

void check(CorrectionBody const& body, FieldChecks& checks) {
  checks.text("/event", body.event, 1, 256);
  checks.sentence("/text", body.text);
}

void check(MigrationBody const& body, FieldChecks& checks) {
  if (body.version < 1) checks.wrong("/version", {"paling kecil 1", "must be at least 1"});
}

}  // namespace himpun::http
