#include "app/papers/editions.h"

#include <algorithm>
#include <charconv>

#include "app/desks/case_desk.h"

namespace himpun::app {
namespace {

/// A PDF that somebody uploaded as this version.
std::optional<FileRef> own_pdf(workflow::PaperVersion const* version) {
  if (!version || version->content.kind != workflow::ContentKind::file || !version->content.file) return std::nullopt;
  if (version->content.file->media_type != "application/pdf") return std::nullopt;
  return version->content.file;
}

/// When somebody last initialled or signed the version.
std::optional<Instant> last_marked(workflow::PaperVersion const* version) {
  std::optional<Instant> last;
  if (!version) return last;
  for (auto const& mark : version->marks) {
    if (!mark.voided_at) last = std::max(last, std::optional{mark.at});
  }
  return last;
}

JobRow job_for(EditionName const& name, Instant at) {
  return {.kind = std::string{edition_job}, .subject = to_subject(name), .attempts = 0, .fence = 0, .free_at = at};
}

}  // namespace

workflow::PaperVersion const* find_version(workflow::Case const& file, EditionName const& name) {
  auto const* paper = workflow::find_paper(file, name.paper);
  if (!paper) return nullptr;
  auto const found = std::ranges::find(paper->versions, name.number, &workflow::PaperVersion::number);
  return found == paper->versions.end() ? nullptr : &*found;
}

CaseFileRow file_row(workflow::CaseId const& file, FileRef const& ref) {
  return {file.value, ref.sha256, ref.name, ref.media_type, ref.size};
}

std::optional<EditionName> parse_subject(std::string_view subject) {
  auto const first = subject.find('/');
  auto const second = first == std::string_view::npos ? first : subject.find('/', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  EditionName name{workflow::CaseId{std::string{subject.substr(0, first)}}, std::string{subject.substr(second + 1)}, 0};
  auto const digits = subject.substr(first + 1, second - first - 1);
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), name.number);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return name;
}

void queue_editions(Transaction& transaction, workflow::CaseId const& file, document::CasePapers const& papers) {
  for (auto const& edition : papers.editions) {
    if (edition.file) transaction.put(file_row(file, *edition.file));
    if (edition.state == document::EditionState::requested) {
      transaction.add(job_for({file, edition.paper, edition.number}, edition.changed_at));
    }
  }
}

std::string to_subject(EditionName const& name) {
  return name.file.value + "/" + std::to_string(name.number) + "/" + name.paper;
}

std::optional<FileRef> find_edition(Sight& sight, EditionName const& name) {
  auto const edition = show_edition(sight, name);
  auto const file = sight.books.find_case(sight.reader, name.file.value);
  auto const* version = find_version(file->state, name);
  if (!edition || own_pdf(version)) return own_pdf(version);
  return document::is_outdated(*edition, last_marked(version)) ? std::nullopt : edition->file;
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

Json edition_view(document::Edition const& edition) {
  Json view;
  view.add("paper", edition.paper).add("number", edition.number).add("state", to_json(edition.state));
  view.add("changed_at", to_text(edition.changed_at));
  if (edition.file) view.add("sha256", edition.file->sha256).add("size", edition.file->size);
  if (!edition.reason.empty()) view.add("reason", edition.reason);
  return view;
}

Result<void> request_edition(Desk& desk, EditionName const& name) {
  auto const running = find_running_case(desk, name.file);
  if (!running) return std::unexpected(running.error());
  auto const* version = find_version(running->state(), name);
  if (!version) return refuse(edition_unknown);
  if (own_pdf(version)) return {};
  auto const papers = desk.books.papers(desk.reader, name.file.value);
  auto const events = document::request_edition(papers->state, {name.paper, name.number, version->sha256},
                                                last_marked(version));
  if (events.empty()) return {};
  auto const end = desk.record(papers_stream(name.file.value), papers->head, events);
  if (!end) return std::unexpected(end.error());
  desk.transaction.add(job_for(name, desk.now));
  return {};
}

}  // namespace himpun::app
