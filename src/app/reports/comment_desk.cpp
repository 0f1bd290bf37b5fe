#include "app/reports/comment_desk.h"

#include "base/json_map.h"
#include "core/workflow/decide.h"

namespace himpun::app {
namespace {

using document::Comment;

Result<workflow::Paper const*> paper_in(RunningCase const& running, std::string const& key) {
  auto const* paper = workflow::find_paper(running.state(), key);
  if (!paper) return refuse(commented_paper_unknown);
  return paper;
}

/// By anybody whose post has a part in the case, while it runs.
Result<workflow::By> who_comments(Sight const& sight, RunningCase const& running) {
  auto const& file = running.state();
  if (file.state != workflow::CaseState::running) {
    return refuse(file.state == workflow::CaseState::suspended ? workflow::case_suspended : workflow::case_closed);
  }
  return workflow::who_takes_part(
      file, {sight.now, sight.caller, sight.agency(), sight.calendar(), *running.procedure});
}

CommentView view_of(access::Agency const& agency, Comment const& comment) {
  auto const& written = comment.written;
  CommentView view{written.id,   written.number, written.position,            written.quote,
                   written.text, comment.at,     by_view(agency, written.by), std::nullopt};
  if (!comment.resolved) return view;
  view.resolved = ResolutionView{comment.resolved->at, by_view(agency, comment.resolved->by), std::nullopt};
  if (!comment.resolved->note.empty()) view.resolved->note = comment.resolved->note;
  return view;
}

/// The words of a version that was typed here; comments speak about words.
Result<std::string_view> words_of(workflow::Paper const& paper, std::int32_t number) {
  if (number < 1 || static_cast<std::size_t>(number) > paper.versions.size()) return refuse(commented_paper_unknown);
  auto const& content = paper.versions[static_cast<std::size_t>(number - 1)].content;
  if (content.kind != workflow::ContentKind::text) return refuse(document::comment_passage_unknown);
  return std::string_view{content.text};
}

template <class Event>
Result<Json> record_comment(Desk& desk, CommentPlace const& place, Event event) {
  auto const papers = desk.books.papers(desk.reader, place.case_id.value);
  auto const id = event.id;
  auto const acted_as = event.by.position.value;
  document::PapersEvents const events{std::move(event)};
  auto comments = papers->state.comments;
  for (auto const& each : events) {
    if (auto const* one = std::get_if<Event>(&each)) evolve(comments, *one, desk.now);
  }
  auto const done = desk.record(papers_stream(place.case_id.value), papers->head, events, acted_as);
  if (!done) return std::unexpected(done.error());
  return to_json(view_of(desk.agency(), *find_comment(comments, id)));
}

}  // namespace

Result<CommentList> list_comments(Sight& sight, CommentPlace const& place) {
  auto const running = find_running_case(sight, place.case_id);
  if (!running) return std::unexpected(running.error());
  auto const paper = paper_in(*running, place.paper);
  if (!paper) return std::unexpected(paper.error());
  CommentList list{{}, who_comments(sight, *running).has_value()};
  auto const papers = sight.books.papers(sight.reader, place.case_id.value);
  for (auto const& comment : papers->state.comments) {
    if (comment.written.paper == place.paper) list.items.push_back(view_of(sight.agency(), comment));
  }
  return list;
}

Result<Json> write_comment(Desk& desk, CommentPlace const& place, CommentWish const& wish) {
  auto const running = find_running_case(desk, place.case_id);
  if (!running) return std::unexpected(running.error());
  auto const by = who_comments(desk, *running);
  if (!by) return std::unexpected(by.error());
  auto const paper = paper_in(*running, place.paper);
  if (!paper) return std::unexpected(paper.error());
  auto const words = words_of(**paper, wish.version);
  if (!words) return std::unexpected(words.error());
  auto const papers = desk.books.papers(desk.reader, place.case_id.value);
  auto event = document::write_comment(
      papers->state.comments, *words,
      {document::CommentId{desk.world.make_id()}, place.paper, wish.version, wish.position, wish.quote, wish.text, *by});
  if (!event) return std::unexpected(event.error());
  return record_comment(desk, place, std::move(*event));
}

Result<Json> resolve_comment(Desk& desk, CommentPlace const& place, document::CommentId const& id, std::string note) {
  auto const running = find_running_case(desk, place.case_id);
  if (!running) return std::unexpected(running.error());
  auto const by = who_comments(desk, *running);
  if (!by) return std::unexpected(by.error());
  auto const papers = desk.books.papers(desk.reader, place.case_id.value);
  auto event = document::resolve_comment(papers->state.comments, place.paper, {id, std::move(note), *by});
  if (!event) return std::unexpected(event.error());
  return record_comment(desk, place, std::move(*event));
}

}  // namespace himpun::app
