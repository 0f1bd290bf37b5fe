#include "app/views/procedure_view.h"

#include <algorithm>
#include <map>

#include "app/views/agency_view.h"
#include "app/views/by_view.h"
#include "core/calendar/due.h"

namespace himpun::app {
namespace {

using procedure::Book;
using procedure::Procedure;

std::vector<std::string> holders_of(Book const& book, procedure::ActorId const& actor) {
  auto const found = std::ranges::find(book.assignments, actor, &procedure::PerformerAssignment::actor);
  return found == book.assignments.end() ? std::vector<std::string>{} : found->holders;
}

Json lanes(Sight const& sight, Book const& book) {
  Json::Array items;
  for (auto const& actor : book.latest().procedure.actors) {
    Json::Array holders;
    for (auto const& holder : holders_of(book, actor.id)) {
      holders.push_back(holder_json(sight.agency(), access::HolderId{holder}, sight.today()));
    }
    items.push_back(Json{}
                        .add("id", actor.id.value)
                        .add("name", actor.name)
                        .add("plural", actor.plural)
                        .add("holders", std::move(holders)));
  }
  return items;
}

Json starts(Procedure const& procedure) {
  Json::Array items;
  for (auto const& step : procedure.steps) {
    if (!step.is_start) continue;
    items.push_back(Json{}
                        .add("id", step.id.value)
                        .add("number", procedure::row_number(procedure, step.id))
                        .add("activity", step.activity));
  }
  return items;
}

/// Who adopted each version, as the journal has it.
std::map<std::int64_t, Json> adopters(Sight& sight, std::string const& id) {
  std::map<std::int64_t, Json> found;
  auto const stream = procedure_stream(id);
  constexpr int events_per_page = 50;
  for (auto rows = sight.reader.events(stream, 0, events_per_page); !rows.empty();
       rows = sight.reader.events(stream, rows.back().version, events_per_page)) {
    for (auto const& row : rows) {
      auto const envelope = journal::parse_envelope(row.bytes);
      if (!envelope || envelope->type != procedure::ProcedureAdopted::event_name) continue;
      auto const* number = envelope->data.find("number");
      if (auto const* value = number ? number->get_if<std::int64_t>() : nullptr) {
        found.emplace(*value, by_view(*envelope, sight.agency()));
      }
    }
  }
  return found;
}

Json adopted_view(procedure::AdoptedVersion const& version, std::map<std::int64_t, Json> const& by) {
  auto const found = by.find(version.number);
  return Json{}
      .add("version", version.number)
      .add("adopted_at", to_text(version.adopted_at))
      .add("adopted_by", found == by.end() ? Json{}.add("name", "Himpun") : found->second);
}

/// "Langkah 6, kelengkapan" or "dasar hukum": the place in the words of the sheet.
std::string place_words(procedure::Finding const& finding, Procedure const* procedure, Language language) {
  std::string part;
  for (auto const each : split(finding.field, '/')) {
    bool const is_word = !each.empty() && (each.front() < '0' || each.front() > '9');
    if (is_word && each != "langkah") part = each;
  }
  std::ranges::replace(part, '_', ' ');
  if (!finding.step || !procedure) return part;
  auto const row = std::to_string(procedure::row_number(*procedure, *finding.step));
  auto const step = (language == Language::english ? "Step " : "Langkah ") + row;
  return part.empty() ? step : step + ", " + part;
}

std::string severity_word(procedure::Severity severity) {
  return severity == procedure::Severity::information ? "notice" : "warning";
}

Json finding_view(procedure::PlacedFinding const& placed, Procedure const* procedure, Language language) {
  auto const& finding = placed.finding;
  Json json;
  json.add("code", finding.code)
      .add("severity", severity_word(finding.severity))
      .add("text", say({finding.words_id, finding.words_en}, language));
  if (auto const where = place_words(finding, procedure, language); !where.empty()) json.add("where", where);
  json.add("line", placed.place.line).add("column", placed.place.column);
  if (!finding.suggestion.empty()) json.add("suggestion", finding.suggestion);
  return json;
}

Minutes minutes_of(procedure::TimeTotal const& total, calendar::Calendar const& calendar) {
  using calendar::TimeUnit;
  Minutes sum{0};
  for (auto const& [amount, unit] :
       {std::pair{total.months, TimeUnit::months}, std::pair{total.weeks, TimeUnit::weeks},
        std::pair{total.working_days, TimeUnit::working_days}, std::pair{total.calendar_days, TimeUnit::calendar_days},
        std::pair{total.hours, TimeUnit::hours}, std::pair{total.minutes, TimeUnit::minutes}}) {
    if (amount > 0) sum += calendar::nominal_minutes(calendar, {static_cast<std::int32_t>(amount), unit, {}});
  }
  return sum;
}

Json path_view(procedure::TimedPath const& path, Procedure const& procedure, calendar::Calendar const& calendar,
               Language language) {
  Json::Array rows;
  for (auto const& step : path.steps) rows.emplace_back(procedure::row_number(procedure, step));
  Json json;
  json.add("label", path.label).add("steps", std::move(rows)).add("total", say(procedure::spell(path.total), language));
  if (path.total.as_needed == 0) {
    json.add("total_minutes", static_cast<std::int64_t>(minutes_of(path.total, calendar).count()));
  }
  return json;
}

Json paths_view(procedure::Check const& check, calendar::Calendar const& calendar, Language language) {
  Json::Array items;
  auto const& [shortest, longest] = check.paths;
  if (!check.procedure || longest.steps.empty()) return items;
  items.push_back(path_view(longest, *check.procedure, calendar, language));
  if (shortest.steps != longest.steps) {
    items.push_back(path_view(shortest, *check.procedure, calendar, language));
  }
  return items;
}

}  // namespace

bool is_startable(Book const& book) {
  return std::ranges::all_of(book.latest().procedure.actors,
                             [&](procedure::Actor const& actor) { return !holders_of(book, actor.id).empty(); });
}

Json procedure_summary(Book const& book) {
  auto const& latest = book.latest();
  return Json{}
      .add("id", book.id.value)
      .add("number", latest.procedure.number)
      .add("name", latest.procedure.name)
      .add("unit", latest.procedure.unit)
      .add("version", latest.number)
      .add("adopted_at", to_text(latest.adopted_at))
      .add("step_count", static_cast<std::int64_t>(latest.procedure.steps.size()))
      .add("startable", is_startable(book));
}

Json procedure_view(Sight& sight, Book const& book) {
  auto const& latest = book.latest();
  auto const by = adopters(sight, book.id.value);
  Json::Array versions;
  for (auto each = book.versions.rbegin(); each != book.versions.rend(); ++each) {
    versions.push_back(adopted_view(*each, by));
  }
  return Json{}
      .add("id", book.id.value)
      .add("number", latest.procedure.number)
      .add("name", latest.procedure.name)
      .add("unit", latest.procedure.unit)
      .add("latest_version", latest.number)
      .add("versions", std::move(versions))
      .add("actors", lanes(sight, book))
      .add("starts", starts(latest.procedure))
      .add("startable", is_startable(book));
}

Json version_view(Sight& sight, Book const& book, procedure::AdoptedVersion const& version, Language language) {
  auto const check = procedure::check_procedure(version.source, book.id.value + ".yaml");
  return adopted_view(version, adopters(sight, book.id.value))
      .add("procedure", to_json(version.procedure))
      .add("findings", findings_view(check, language))
      .add("paths", paths_view(check, sight.calendar(), language));
}

Json findings_view(procedure::Check const& check, Language language) {
  Json::Array items;
  for (auto const& each : check.findings) {
    items.push_back(finding_view(each, check.procedure ? &*check.procedure : nullptr, language));
  }
  return items;
}

Json refusal_view(Problem const& problem, Language language) {
  Words const title{std::string{problem.type->title_id}, std::string{problem.type->title_en}};
  auto const& detail = say(problem.detail, language);
  Json json;
  json.add("code", problem.type->code)
      .add("severity", "refusal")
      .add("text", detail.empty() ? say(title, language) : say(title, language) + ". " + detail);
  if (problem.where) json.add("line", problem.where->line).add("column", problem.where->column);
  return json;
}

Json check_view(procedure::Check const& check, calendar::Calendar const& calendar, Language language) {
  Json json;
  if (check.procedure) {
    json.add("id", check.procedure->id.value).add("number", check.procedure->number).add("name", check.procedure->name);
  }
  Json::Array refusals;
  for (auto const& each : check.refusals) refusals.push_back(refusal_view(each.problem, language));
  return json.add("findings", findings_view(check, language))
      .add("refusals", std::move(refusals))
      .add("paths", paths_view(check, calendar, language));
}

}  // namespace himpun::app
