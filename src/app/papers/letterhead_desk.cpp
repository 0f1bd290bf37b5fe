#include "app/papers/letterhead_desk.h"

#include "app/desks/agency_desk.h"
#include "app/files/intake.h"
#include "app/papers/samples.h"
#include "base/embedded.h"

namespace himpun::app {
namespace {

using document::PaperKind;

/// Kinds whose words an administrator may change.
constexpr PaperKind templated[] = {PaperKind::case_paper, PaperKind::data_request, PaperKind::data_receipt,
                                   PaperKind::disposal_record};

std::string word_of(PaperKind kind) { return *to_json(kind).get_if<std::string>(); }

std::string shipped_template(PaperKind kind) {
  auto const* file = find_embedded("papers/" + word_of(kind) + ".md");
  return file ? std::string{file->bytes} : std::string{};
}

Json template_view(document::Stationery const& stationery, PaperKind kind, Language language) {
  auto const own = stationery.templates.find(kind);
  Json::Array fields;
  for (auto const& field : document::fields_of(kind)) {
    fields.push_back(Json{}
                         .add("name", std::string{field.name})
                         .add("meaning", say(field.meaning, language))
                         .add("is_alone", field.kind == document::FieldKind::blocks));
  }
  return Json{}
      .add("kind", word_of(kind))
      .add("text", own == stationery.templates.end() ? shipped_template(kind) : own->second)
      .add("is_own", own != stationery.templates.end())
      .add("fields", Json{std::move(fields)});
}

Json view_of(Sight& sight, document::Stationery const& stationery, Language language) {
  Json::Array templates;
  for (auto const kind : templated) templates.push_back(template_view(stationery, kind, language));
  auto const letterhead = stationery.letterhead.value_or(dressing_of(sight).letterhead);
  return Json{}
      .add("is_own", stationery.letterhead.has_value())
      .add("letterhead", to_json(letterhead))
      .add("templates", Json{std::move(templates)})
      .add("can_print", sight.world.renderer != nullptr);
}

Result<Json> keep(Desk& desk, std::int64_t seen, Language language,
                  std::function<Result<document::LetterheadEvents>(document::Stationery const&)> const& rule) {
  if (auto ok = require_administrator(desk); !ok) return std::unexpected(ok.error());
  auto const before = desk.books.stationery(desk.reader);
  if (seen != before->state.version) {
    return refuse(stationery_changed,
                  {"Muat ulang, lalu ulangi perubahan Anda.", "Load it again, then repeat your change."});
  }
  auto const events = rule(before->state);
  if (!events) return std::unexpected(events.error());
  auto after = before->state;
  if (!events->empty()) {
    auto const end = desk.record(letterhead_stream, before->head, *events);
    if (!end) return std::unexpected(end.error());
    for (auto const& event : *events) document::evolve(after, event);
  }
  return versioned(after.version, view_of(desk, after, language));
}

std::string logo_of(World const& world, document::Letterhead const& letterhead) {
  return letterhead.logo ? small_content(world.blobs, letterhead.logo->sha256) : std::string{};
}

document::Letterhead with_kept_logo(World const& world, document::Letterhead letterhead) {
  if (!letterhead.logo) return letterhead;
  if (auto kept = kept_file(world, *letterhead.logo)) letterhead.logo = std::move(*kept);
  return letterhead;
}

}  // namespace

Result<Json> show_letterhead(Sight& sight, Language language) {
  if (auto ok = require_administrator(sight); !ok) return std::unexpected(ok.error());
  auto const stationery = sight.books.stationery(sight.reader);
  return versioned(stationery->state.version, view_of(sight, stationery->state, language));
}

Result<Json> set_letterhead(Desk& desk, std::int64_t seen, document::Letterhead const& letterhead, Language language) {
  return keep(desk, seen, language, [&](document::Stationery const& stationery) {
    return document::set_letterhead(stationery, with_kept_logo(desk.world, letterhead),
                                    logo_of(desk.world, letterhead));
  });
}

Result<Json> set_template(Desk& desk, std::int64_t seen, std::string const& kind, std::string const& text,
                          Language language) {
  auto const known = from_json<PaperKind>(Json{kind});
  return keep(desk, seen, language, [&](document::Stationery const& stationery) -> Result<document::LetterheadEvents> {
    if (!known) return std::unexpected(known.error());
    return document::set_template(stationery, *known, text);
  });
}

Result<ReadyPaper> preview_stationery(Sight& sight, StationeryDraft const& draft) {
  if (auto ok = require_administrator(sight); !ok) return std::unexpected(ok.error());
  auto logo = logo_of(sight.world, draft.letterhead);
  if (auto ok = document::check_letterhead(draft.letterhead, logo); !ok) return std::unexpected(ok.error());
  if (auto ok = document::check_template(draft.kind, draft.text); !ok) return std::unexpected(ok.error());
  auto const& agency = sight.agency();
  return ReadyPaper{sample_paper(agency, draft),
                    {draft.letterhead, std::move(logo)},
                    agency.name,
                    Instant{sight.today()},
                    "contoh-naskah"};
}

std::string template_of(Sight& sight, PaperKind kind) {
  auto const stationery = sight.books.stationery(sight.reader);
  auto const own = stationery->state.templates.find(kind);
  return own == stationery->state.templates.end() ? shipped_template(kind) : own->second;
}

}  // namespace himpun::app
