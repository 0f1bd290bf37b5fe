#include "app/papers/press.h"

#include <charconv>
#include <fstream>

#include "app/papers/case_paper.h"
#include "app/sheets/scratch_file.h"

namespace himpun::app {
namespace {

using document::EditionFailed;
using document::EditionMade;

/// A job that this node holds.
struct Taken {
  EditionName name;
  std::string subject;
  std::int64_t fence = 0;
  std::int64_t attempts = 0;
};

class Press {
 public:
  Press(Office& office, PressOptions const& options) : office_(office), options_(options) {}

  Result<PressRun> run() {
    auto const taken = take();
    if (!taken) return std::unexpected(taken.error());
    if (!*taken) return PressRun::idle;
    auto const& job = **taken;
    Result<Printed> printed = make(job.name);
    return printed ? keep(job, *printed) : give_back(job, printed.error());
  }

 private:
  [[nodiscard]] World const& world() const { return office_.world(); }

  Result<std::optional<Taken>> take() {
    std::vector<JobRow> free;
    world().store.read([&](Reader& reader) { free = reader.free_jobs(edition_job, world().clock(), 1); });
    if (free.empty()) return std::optional<Taken>{};
    auto const& job = free.front();
    auto const name = parse_subject(job.subject);
    std::optional<std::int64_t> fence;
    auto const done = world().store.transact([&](Transaction& transaction) -> Result<void> {
      fence = transaction.take_job(job, world().clock() + options_.lease);
      if (fence && !name) static_cast<void>(transaction.finish_job(job.kind, job.subject, *fence));
      return {};
    });
    if (!done) return std::unexpected(done.error());
    if (!fence || !name) return std::optional<Taken>{};
    return std::optional{Taken{*name, job.subject, *fence, job.attempts + 1}};
  }

  /// What breaks in the world counts as a failed attempt, like a refusal of the printer.
  Result<Printed> make(EditionName const& name) {
    try {
      Result<ReadyPaper> ready{std::unexpect, Problem{.type = &edition_unknown}};
      auto const looked = office_.look({}, [&](Sight& sight) -> Result<Json> {
        ready = make_case_paper(sight, name);
        return Json{};
      });
      if (!looked) return std::unexpected(looked.error());
      if (!ready) return std::unexpected(ready.error());
      file_name_ = ready->file_name + ".pdf";
      return print(world().renderer, *ready);
    } catch (StoreFailure const& failure) {
      return refuse(printer_failed, {failure.what(), failure.what()});
    }
  }

  [[nodiscard]] FileRef store(std::string const& pdf) const {
    ScratchFile const scratch(world());
    std::ofstream(scratch.path(), std::ios::binary) << pdf;
    FileRef file{to_hex(sha256(pdf)), file_name_, "application/pdf", static_cast<std::int64_t>(pdf.size())};
    world().blobs.keep(scratch.path(), file.sha256, file.size);
    return file;
  }

  Result<PressRun> keep(Taken const& job, Printed const& printed) {
    auto const file = store(printed.pdf);
    EditionMade const made{job.name.paper, job.name.number, file, printed.places, printed.made_with};
    return record(job, PressRun::made, [&](Desk& desk) -> Result<void> {
      desk.transaction.put(file_row(job.name.file, file));
      return append(desk, job.name, made);
    });
  }

  Result<PressRun> give_back(Taken const& job, Problem const& problem) {
    bool const may_mend = problem.type->kind == ProblemKind::unavailable;
    if (may_mend && job.attempts < options_.most_attempts) {
      auto const pause = options_.first_pause * (1 << (job.attempts - 1));
      bool held = false;
      auto const done = world().store.transact([&](Transaction& transaction) -> Result<void> {
        held = transaction.postpone_job(edition_job, job.subject, job.fence, world().clock() + pause);
        return {};
      });
      if (!done) return std::unexpected(done.error());
      return held ? PressRun::postponed : PressRun::overtaken;
    }
    auto reason = std::string{problem.type->title_id};
    if (!problem.detail.id.empty()) reason += ". " + problem.detail.id;
    EditionFailed const failed{job.name.paper, job.name.number, static_cast<std::int32_t>(job.attempts), reason};
    return record(job, PressRun::failed, [&](Desk& desk) { return append(desk, job.name, failed); });
  }

  static Result<void> append(Desk& desk, EditionName const& name, document::PapersEvent const& event) {
    auto const papers = desk.books.papers(desk.reader, name.file.value);
    auto const end = desk.record(papers_stream(name.file.value), papers->head, document::PapersEvents{event});
    if (!end) return std::unexpected(end.error());
    return {};
  }

  /// Writes the end of a job in the same transaction that ends it, and only while it is still ours.
  template <class Write>
  Result<PressRun> record(Taken const& job, PressRun what, Write write) {
    auto run = what;
    auto const done = office_.carry_out({}, [&](Desk& desk) -> Result<Json> {
      run = what;
      if (!desk.transaction.finish_job(edition_job, job.subject, job.fence)) {
        run = PressRun::overtaken;
        return Json{};
      }
      if (auto ok = write(desk); !ok) return std::unexpected(ok.error());
      return Json{};
    });
    if (!done) return std::unexpected(done.error());
    return run;
  }

  Office& office_;
  PressOptions const& options_;
  std::string file_name_;
};

}  // namespace

Result<PressRun> make_next_edition(Office& office, PressOptions const& options) {
  if (!office.world().renderer) return PressRun::idle;
  return Press{office, options}.run();
}

}  // namespace himpun::app
