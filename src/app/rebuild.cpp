#include "app/rebuild.h"

#include "app/papers/editions.h"
#include "app/projections/case_projection.h"
#include "app/projections/figure_projection.h"
#include "base/ensure.h"

namespace himpun::app {
namespace {

constexpr int streams_per_page = 500;
constexpr int cases_between_reports = 500;

template <class Each>
void for_each_stream(Transaction& transaction, std::string const& prefix, Each each) {
  for (auto names = transaction.streams(prefix, "", streams_per_page); !names.empty();
       names = transaction.streams(prefix, names.back(), streams_per_page)) {
    for (auto const& name : names) each(name.substr(prefix.size()));
  }
}

struct Rebuilding {
  Transaction& transaction;
  RebuildProgress const& progress;
  Books books;  ///< of its own: the office's books keep what is in use
  Rebuilt done;

  void run() {
    transaction.clear_read_model();
    for_each_stream(transaction, procedure_stream(""), [&](std::string const& id) {
      transaction.put(procedure_row(books.book(transaction, id)->state));
      ++done.procedures;
    });
    for_each_stream(transaction, case_stream(""), [&](std::string const& id) { rebuild_case(id); });
    for_each_stream(transaction, collection_stream(""), [&](std::string const& id) {
      project_collection(transaction, performance::Collection{}, books.collection(transaction, id)->state);
    });
    for_each_stream(transaction, papers_stream(""), [&](std::string const& id) {
      queue_editions(transaction, workflow::CaseId{id}, books.papers(transaction, id)->state);
    });
    if (progress) progress(done);
  }

  void rebuild_case(std::string const& id) {
    auto const file = books.find_case(transaction, id);
    auto const book = books.book(transaction, file->state.procedure.value);
    auto const* version = procedure::find_version(book->state, file->state.procedure_version);
    ensure(version != nullptr, "a case runs an adopted version");
    project_case(transaction, workflow::Case{}, file->state, version->procedure, file->head.version);
    ++done.cases;
    if (progress && done.cases % cases_between_reports == 0) progress(done);
  }
};

}  // namespace

Result<Rebuilt> rebuild(Office& office, RebuildProgress const& progress) {
  Rebuilt done;
  auto const ok = office.world().store.transact([&](Transaction& transaction) -> Result<void> {
    done = rebuild(transaction, progress);
    return {};
  });
  if (!ok) return std::unexpected(ok.error());
  return done;
}

Rebuilt rebuild(Transaction& transaction, RebuildProgress const& progress) {
  Rebuilding rebuilding{transaction, progress, {}, {}};
  rebuilding.run();
  return rebuilding.done;
}

ProcedureRow procedure_row(procedure::Book const& book) {
  auto const& latest = book.latest();
  return {book.id.value, latest.procedure.number, latest.procedure.name, latest.number, latest.adopted_at};
}

}  // namespace himpun::app
