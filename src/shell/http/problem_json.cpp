#include "shell/http/problem_json.h"

#include "base/json.h"

namespace himpun::http {
namespace {

/// Seconds after which a client may try again; the writer's queue empties far sooner.
constexpr std::int32_t retry_after_seconds = 2;

Json write_fields(std::vector<FieldError> const& fields, Language language) {
  Json::Array errors;
  for (auto const& field : fields) {
    errors.push_back(Json::Object{{"pointer", field.pointer}, {"detail", say(field.message, language)}});
  }
  return errors;
}

/// The faults of a refused file, each with its place.
Json write_causes(std::vector<Problem> const& causes, Language language) {
  Json::Array items;
  for (auto const& cause : causes) {
    std::string text{language == Language::english ? cause.type->title_en : cause.type->title_id};
    if (auto const& detail = say(cause.detail, language); !detail.empty()) text += ". " + detail;
    Json item = Json::Object{{"code", cause.type->code}, {"severity", "refusal"}, {"text", std::move(text)}};
    if (cause.where) item.add("line", cause.where->line).add("column", cause.where->column);
    items.push_back(std::move(item));
  }
  return items;
}

Json write_problem(Problem const& problem, int status, Language language) {
  auto const& type = *problem.type;
  Json body;
  body.add("type", "urn:himpun:problem:" + std::string{type.code});
  body.add("title", language == Language::english ? type.title_en : type.title_id);
  body.add("status", status);
  if (auto const& detail = say(problem.detail, language); !detail.empty()) body.add("detail", detail);
  body.add("code", type.code);
  if (!problem.fields.empty()) body.add("errors", write_fields(problem.fields, language));
  if (problem.where) {
    body.add(
        "where",
        Json::Object{{"file", problem.where->file}, {"line", problem.where->line}, {"column", problem.where->column}});
  }
  if (!problem.causes.empty()) body.add("refusals", write_causes(problem.causes, language));
  return body;
}

Response write_response(Problem const& problem, int status, Language language) {
  auto response = json_response(status, write_problem(problem, status, language));
  response.set("Content-Type", "application/problem+json");
  response.set("Content-Language", language == Language::english ? "en" : "id");
  response.set("Cache-Control", "no-store");
  if (status == 503 || status == 429) {
    auto const seconds = problem.retry_after_seconds > 0 ? problem.retry_after_seconds : retry_after_seconds;
    response.set("Retry-After", std::to_string(seconds));
  }
  return response;
}

}  // namespace

int status_of(ProblemType const& type) {
  switch (type.kind) {
    case ProblemKind::invalid:
      return type.code == json_malformed.code ? 400 : 422;
    case ProblemKind::unauthenticated:
      return 401;
    case ProblemKind::forbidden:
      return 403;
    case ProblemKind::not_found:
      return 404;
    case ProblemKind::conflict:
      return 409;
    case ProblemKind::stale:
      return 412;
    case ProblemKind::precondition_required:
      return 428;
    case ProblemKind::unsupported:
      return 415;
    case ProblemKind::too_large:
      return 413;
    case ProblemKind::too_many:
      return 429;
    case ProblemKind::unavailable:
      return 503;
  }
  return 500;
}

Response to_response(Problem const& problem, Language language) {
  return write_response(problem, status_of(*problem.type), language);
}

Response to_response(Refusal const& refusal, Language language) {
  Problem const problem{.type = &refusal.type,
                        .detail = {std::string{refusal.detail_id}, std::string{refusal.detail_en}}};
  return write_response(problem, refusal.status, language);
}

}  // namespace himpun::http
