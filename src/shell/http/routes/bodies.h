#pragma once
// Request bodies of tasks and cases, member by member as the contract has them (api/openapi.yaml), and the checks of
// their lengths. Whether what they ask for makes sense is for the rules, not for this file.

#include "core/workflow/commands.h"
#include "shell/http/api.h"
#include "shell/http/routes/field_checks.h"

namespace himpun::http {

struct NothingBody {};
BOOST_DESCRIBE_STRUCT(NothingBody, (), ())

struct ReasonBody {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonBody, (), (reason))

/// Exactly one of reference, file and paper.
struct InputPresentationBody {
  std::int32_t index = 0;
  std::optional<std::string> reference;
  std::optional<workflow::FileRef> file;
  std::optional<std::string> paper;
};
BOOST_DESCRIBE_STRUCT(InputPresentationBody, (), (index, reference, file, paper))

/// Exactly one of text, file and reference.
struct PaperWritingBody {
  std::optional<std::string> text;
  std::optional<workflow::FileRef> file;
  std::optional<std::string> reference;
};
BOOST_DESCRIBE_STRUCT(PaperWritingBody, (), (text, file, reference))

struct DispositionBody {
  std::vector<workflow::HolderId> to;
  workflow::Nature nature = workflow::Nature::ordinary;
  std::vector<workflow::Instruction> instructions;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DispositionBody, (), (to, nature, instructions, note))

struct CompletionBody {
  std::optional<std::string> note;
  std::optional<std::string> outcome;
  std::optional<std::string> reason;
  std::optional<DispositionBody> disposition;
  std::optional<std::string> missing_reason;
};
BOOST_DESCRIBE_STRUCT(CompletionBody, (), (note, outcome, reason, disposition, missing_reason))

struct ReturnBody {
  workflow::StepId to;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnBody, (), (to, reason))

struct MarkingBody {
  std::string password;
  std::string sha256;
};
BOOST_DESCRIBE_STRUCT(MarkingBody, (), (password, sha256))

struct AnswerBody {
  std::string text;
  std::vector<workflow::NumberField> numbers;
  std::vector<workflow::FileRef> files;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (text, numbers, files))

struct RejectionBody {
  std::string comment;
};
BOOST_DESCRIBE_STRUCT(RejectionBody, (), (comment))

struct DistributionBody {
  std::vector<workflow::HolderId> recipients;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DistributionBody, (), (recipients, note))

struct ArchivingBody {
  std::string classification;
  std::int32_t active_years = 0;
  std::int32_t inactive_years = 0;
  workflow::Disposal disposal = workflow::Disposal::destroy;
  std::string location;
  std::optional<std::string> missing_reason;
};
BOOST_DESCRIBE_STRUCT(ArchivingBody, (),
                      (classification, active_years, inactive_years, disposal, location, missing_reason))

struct OriginBody {
  workflow::OriginKind kind = workflow::OriginKind::instruction;
  std::optional<std::string> from;
  std::optional<std::string> number;
  std::optional<Date> date;
  std::optional<Date> received_on;
  std::optional<std::string> agenda_number;
  std::string subject;
  std::optional<workflow::FileRef> file;
};
BOOST_DESCRIBE_STRUCT(OriginBody, (), (kind, from, number, date, received_on, agenda_number, subject, file))

struct CaseStartBody {
  procedure::ProcedureId procedure;
  std::string title;
  workflow::Period period;
  OriginBody origin;
  std::optional<workflow::StepId> start;
};
BOOST_DESCRIBE_STRUCT(CaseStartBody, (), (procedure, title, period, origin, start))

struct CorrectionBody {
  std::string event;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(CorrectionBody, (), (event, text))

struct MigrationBody {
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(MigrationBody, (), (version))

void check(NothingBody const& body, FieldChecks& checks);
void check(ReasonBody const& body, FieldChecks& checks);
void check(InputPresentationBody const& body, FieldChecks& checks);
void check(PaperWritingBody const& body, FieldChecks& checks);
void check(CompletionBody const& body, FieldChecks& checks);
void check(ReturnBody const& body, FieldChecks& checks);
void check(MarkingBody const& body, FieldChecks& checks);
void check(AnswerBody const& body, FieldChecks& checks);
void check(RejectionBody const& body, FieldChecks& checks);
void check(DistributionBody const& body, FieldChecks& checks);
void check(ArchivingBody const& body, FieldChecks& checks);
void check(CaseStartBody const& body, FieldChecks& checks);
void check(CorrectionBody const& body, FieldChecks& checks);
void check(MigrationBody const& body, FieldChecks& checks);

/// The body as `Body`, with everything that is wrong about it named.
template <class Body>
[[nodiscard]] Result<Body> read_body(Call const& call) {
  auto body = call.body<Body>();
  if (!body) return body;
  FieldChecks checks;
  check(*body, checks);
  if (auto ok = checks.finish(); !ok) return std::unexpected(std::move(ok.error()));
  return body;
}

/// For requests that may come without a body.
[[nodiscard]] inline Result<NothingBody> read_nothing(Call const& call) {
  return call.request().body.empty() ? Result<NothingBody>{} : read_body<NothingBody>(call);
}

}  // namespace himpun::http
