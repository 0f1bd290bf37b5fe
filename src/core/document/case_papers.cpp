#include "core/document/case_papers.h"

#include <algorithm>

#include "base/ensure.h"

namespace himpun::document {
namespace {

/// Works on constant and on changeable papers alike.
auto* find(auto& papers, std::string_view paper, std::int32_t number) {
  auto const found = std::ranges::find_if(
      papers.editions, [&](Edition const& each) { return each.paper == paper && each.number == number; });
  return found == papers.editions.end() ? nullptr : &*found;
}

struct PapersEvolution {
  CasePapers& papers;
  Instant at;

  Edition& edition(std::string const& paper, std::int32_t number) const {
    auto* found = find(papers, paper, number);
    ensure(found != nullptr, "an edition is requested before it is made");
    found->changed_at = at;
    return *found;
  }

  void operator()(EditionRequested const& e) const {
    auto* found = find(papers, e.paper, e.number);
    if (!found) found = &papers.editions.emplace_back();
    *found = Edition{e.paper, e.number, e.sha256, EditionState::requested, at, std::nullopt, {}, {}};
  }
  void operator()(EditionMade const& e) const {
    auto& made = edition(e.paper, e.number);
    made.state = EditionState::made;
    made.file = e.file;
    made.places = e.places;
  }
  void operator()(EditionFailed const& e) const {
    auto& failed = edition(e.paper, e.number);
    failed.state = EditionState::failed;
    failed.reason = e.reason;
  }
  void operator()(CommentWritten const& e) const { evolve(papers.comments, e, at); }
  void operator()(CommentResolved const& e) const { evolve(papers.comments, e, at); }
};

}  // namespace

void evolve(CasePapers& papers, PapersEvent const& event, Instant at) {
  std::visit(PapersEvolution{papers, at}, event);
}

Edition const* find_edition(CasePapers const& papers, std::string_view paper, std::int32_t number) {
  return find(papers, paper, number);
}

bool is_outdated(Edition const& edition, std::optional<Instant> last_marked) {
  return edition.state == EditionState::made && last_marked && *last_marked >= edition.changed_at;
}

PapersEvents request_edition(CasePapers const& papers, EditionRequested const& wish,
                             std::optional<Instant> last_marked) {
  auto const* known = find_edition(papers, wish.paper, wish.number);
  bool const is_under_way = known && known->state == EditionState::requested;
  bool const is_good = known && known->state == EditionState::made && !is_outdated(*known, last_marked);
  if (is_under_way || is_good) return {};
  return {wish};
}

}  // namespace himpun::document
