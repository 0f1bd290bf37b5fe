#include "app/papers/editions.h"

#include <algorithm>

#include "app/desks/case_desk.h"

namespace himpun::app {
namespace {

workflow::PaperVersion const* find_version(workflow::Case const& file, EditionName const& name) {
  auto const* paper = workflow::find_paper(file, name.paper);
  if (!paper) return nullptr;
  auto const found = std::ranges::find(paper->versions, name.number, &workflow::PaperVersion::number);
  return found == paper->versions.end() ? nullptr : &*found;
}

/// A PDF that somebody uploaded as this version.
std::optional<FileRef> own_pdf(workflow::PaperVersion const* version) {
  if (!version || version->content.kind != workflow::ContentKind::file || !version->content.file) return std::nullopt;
  if (version->content.file->media_type != "application/pdf") return std::nullopt;
  return version->content.file;
}

JobRow job_for(EditionName const& name, Instant at) {
  return {.kind = std::string{edition_job}, .subject = to_subject(name), .attempts = 0, .fence = 0, .free_at = at};
}

}  // namespace

void queue_editions(Transaction& transaction, workflow::CaseId const& file, document::CasePapers const& papers) {
  for (auto const& edition : papers.editions) {
    if (edition.state != document::EditionState::requested) continue;
    transaction.add(job_for({file, edition.paper, edition.number}, edition.changed_at));
  }
}

std::string to_subject(EditionName const& name) {
  return name.file.value + "/" + std::to_string(name.number) + "/" + name.paper;
}

std::optional<FileRef> find_edition(Sight& sight, EditionName const& name) {
  auto const edition = show_edition(sight, name);
  return edition ? edition->file : std::nullopt;
}

std::optional<document::Edition> show_edition(Sight& sight, EditionName const& name) {
  auto const file = sight.books.find_case(sight.reader, name.file.value);
  auto const* version = find_version(file->state, name);
  if (auto const pdf = own_pdf(version)) {
    return document::Edition{name.paper, name.number, version->sha256, document::EditionState::made, version->at, pdf,
                             {},         {}};
  }
  auto const papers = sight.books.papers(sight.reader, name.file.value);
  auto const* known = document::find_edition(papers->state, name.paper, name.number);
  return known ? std::optional{*known} : std::nullopt;
}

Result<void> request_edition(Desk& desk, EditionName const& name) {
  auto const running = find_running_case(desk, name.file);
  if (!running) return std::unexpected(running.error());
  auto const* version = find_version(running->state(), name);
  if (!version) return refuse(edition_unknown);
  if (own_pdf(version)) return {};
  auto const papers = desk.books.papers(desk.reader, name.file.value);
  auto const events = document::request_edition(papers->state, {name.paper, name.number, version->sha256});
  if (events.empty()) return {};
  auto const end = desk.record(papers_stream(name.file.value), papers->head, events);
  if (!end) return std::unexpected(end.error());
  desk.transaction.add(job_for(name, desk.now));
  return {};
}

}  // namespace himpun::app
