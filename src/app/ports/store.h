#pragma once
// The store: journal, read model and vault in one database, so that an event and what it changes become durable in
// the same transaction. Implemented in memory, on SQLite and on PostgreSQL; one contract test runs on all three.
// It decides nothing: rules live in core, and what a row says is made by the projections.

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports/rows.h"
#include "base/problem.h"

namespace himpun::app {

inline constexpr ProblemType store_busy{"store.busy", ProblemKind::unavailable,
                                        "Server sedang penuh, coba lagi sebentar",
                                        "The server is busy, try again in a moment"};
inline constexpr ProblemType store_unavailable{"store.unavailable", ProblemKind::unavailable,
                                               "Basis data sedang tidak dapat dihubungi atau penuh",
                                               "The database cannot be reached or is full"};
inline constexpr ProblemType store_conflict{"store.conflict", ProblemKind::stale, "Data ini sudah berubah",
                                            "This has changed in the meantime"};

/// Where a page of tasks goes on: the last row of the page before.
struct TaskCursor {
  Instant due_at{};
  std::string task;
};
struct TaskQuery {
  std::string holder;
  std::string action;                     ///< empty: every action
  std::optional<Instant> due_before;      ///< only tasks due before this instant
  std::optional<Instant> at_risk_before;  ///< only tasks whose at_risk_at is before this instant
  std::optional<Instant> at_risk_after;   ///< only tasks whose at_risk_at is after this instant
  std::string search;                     ///< part of number, title or procedure name; ASCII case does not matter
  std::optional<TaskCursor> after;
  int limit = 50;
};

enum class CaseSort : std::uint8_t { updated_at_descending, number_ascending, due_at_ascending };
struct CaseQuery {
  std::string state;      ///< empty: every state
  std::string procedure;  ///< empty: every procedure
  std::string period;     ///< empty: every period
  std::string search;
  CaseSort sort = CaseSort::updated_at_descending;
  std::optional<CaseRow> after;  ///< last row of the page before (only its sort key and case_id count)
  int limit = 50;
};

/// Figures of some years in the order of their key, page by page.
struct FigureQuery {
  std::int64_t first_year = 0;
  std::int64_t last_year = 0;  ///< inclusive
  std::optional<FigureRow> after;
  int limit = 1000;
};

/// A consistent view. Rows come in key order where the query names no other.
class Reader {
 public:
  virtual ~Reader() = default;

  [[nodiscard]] virtual StreamHead head(std::string_view stream) = 0;
  [[nodiscard]] virtual std::vector<EventRow> events(std::string_view stream, std::int64_t after_version,
                                                     int limit) = 0;
  /// The journal in order of position; on PostgreSQL positions of transactions still under way may be missing.
  [[nodiscard]] virtual std::vector<EventRow> journal(std::int64_t after_position, int limit) = 0;
  [[nodiscard]] virtual std::vector<EventRow> journal_backwards(std::int64_t before_position, int limit) = 0;
  /// Names of the streams that begin with `prefix`, in order, after `after`.
  [[nodiscard]] virtual std::vector<std::string> streams(std::string_view prefix, std::string_view after,
                                                         int limit) = 0;

  [[nodiscard]] virtual std::optional<CaseRow> find_case(std::string_view case_id) = 0;
  [[nodiscard]] virtual std::vector<CaseRow> list_cases(CaseQuery const& query) = 0;
  [[nodiscard]] virtual std::optional<TaskRow> find_task(std::string_view task) = 0;
  [[nodiscard]] virtual std::vector<TaskRow> list_tasks(TaskQuery const& query) = 0;
  /// How many tasks of a holder are due before an instant; counting stops at `most`.
  [[nodiscard]] virtual std::int64_t count_due(std::string_view holder, Instant before, int most) = 0;
  [[nodiscard]] virtual std::vector<HolderLoadRow> holder_loads(std::string_view holder) = 0;
  [[nodiscard]] virtual std::vector<ProcedureRow> list_procedures() = 0;
  [[nodiscard]] virtual std::optional<CaseFileRow> find_case_file(std::string_view case_id,
                                                                  std::string_view sha256) = 0;
  /// Every case that uses this content.
  [[nodiscard]] virtual std::vector<CaseFileRow> cases_with_file(std::string_view sha256) = 0;

  /// Every figure of a year, by subject, kind, period and case.
  [[nodiscard]] virtual std::vector<FigureRow> figures_of_year(std::int64_t year) = 0;
  [[nodiscard]] virtual std::vector<FigureRow> figures_of(std::int64_t year, std::string_view subject,
                                                          std::string_view kind) = 0;
  [[nodiscard]] virtual std::vector<FigureRow> list_figures(FigureQuery const& query) = 0;

  /// Jobs of a kind that may be taken at `now`, the longest waiting first.
  [[nodiscard]] virtual std::vector<JobRow> free_jobs(std::string_view kind, Instant now, int limit) = 0;
  [[nodiscard]] virtual std::optional<JobRow> find_job(std::string_view kind, std::string_view subject) = 0;

  [[nodiscard]] virtual std::int64_t leaf_count() = 0;
  [[nodiscard]] virtual std::vector<LeafRow> leaves(std::int64_t from, int limit) = 0;
  [[nodiscard]] virtual std::optional<LeafRow> find_leaf(std::string_view stream, std::int64_t version) = 0;
  /// Signed heads of less than `size` leaves, newest first; of more than `size` leaves, oldest first.
  [[nodiscard]] virtual std::vector<CheckpointRow> checkpoints_below(std::int64_t size, int limit) = 0;
  [[nodiscard]] virtual std::vector<CheckpointRow> checkpoints_above(std::int64_t size, int limit) = 0;
  /// Stored events that are no leaf yet, in order of position.
  [[nodiscard]] virtual std::vector<EventRow> events_without_leaf(int limit) = 0;

  [[nodiscard]] virtual std::optional<CredentialRow> find_credential(std::string_view username) = 0;
  [[nodiscard]] virtual std::optional<CredentialRow> find_credential_of(std::string_view account) = 0;
  [[nodiscard]] virtual std::optional<SessionRow> find_session(std::string_view token_hash) = 0;
  [[nodiscard]] virtual std::optional<KeptAnswerRow> find_kept_answer(std::string_view account,
                                                                      std::string_view key) = 0;

  /// Every row of every read-model table as text, sorted: what a rebuild must reproduce. Key: table name.
  [[nodiscard]] virtual std::vector<std::string> dump_read_model() = 0;
};

/// A view that can also write; all of it becomes durable together, or nothing does.
class Transaction : public Reader {
 public:
  /// Appends to one stream. Refuses with `store.conflict` when the stream is not at `expected`.
  [[nodiscard]] virtual Result<void> append(std::string_view stream, StreamHead const& expected,
                                            std::vector<EventRow> const& events) = 0;

  virtual void put(CaseRow const& row) = 0;
  virtual void put(TaskRow const& row) = 0;
  virtual void erase_task(std::string_view task) = 0;
  virtual void add_load(std::string_view holder, std::string_view action, std::int64_t difference) = 0;
  virtual void put(ProcedureRow const& row) = 0;
  /// The next number of a series (1, 2, ...); taken for good once this transaction is durable, never given twice.
  [[nodiscard]] virtual std::int64_t next_number(std::string_view series) = 0;
  /// Sees to it that the series goes on after `number`; part of the read model, for a rebuild.
  virtual void raise_number(std::string_view series, std::int64_t number) = 0;
  virtual void put(CaseFileRow const& row) = 0;
  virtual void put(FigureRow const& row) = 0;
  /// Does nothing when there is such a job already.
  virtual void add(JobRow const& job) = 0;
  /// Counts an attempt and keeps the job from others until `until`; nothing when somebody was faster. The fence it
  /// answers is asked for by the two below, which say whether this taking was still the last one.
  [[nodiscard]] virtual std::optional<std::int64_t> take_job(JobRow const& job, Instant until) = 0;
  [[nodiscard]] virtual bool postpone_job(std::string_view kind, std::string_view subject, std::int64_t fence,
                                          Instant free_at) = 0;
  [[nodiscard]] virtual bool finish_job(std::string_view kind, std::string_view subject, std::int64_t fence) = 0;
  /// Empties the read-model tables, for a rebuild.
  virtual void clear_read_model() = 0;

  virtual void add(std::vector<LeafRow> const& leaves) = 0;
  virtual void add(CheckpointRow const& checkpoint) = 0;

  virtual void put(CredentialRow const& row) = 0;
  virtual void put(SessionRow const& row) = 0;
  virtual void erase_session(std::string_view token_hash) = 0;
  virtual void erase_sessions_of(std::string_view account) = 0;
  virtual void erase_expired(Instant now) = 0;  ///< sessions past their end, kept answers older than a day
  virtual void put(KeptAnswerRow const& row) = 0;

  /// Tells every node, once this transaction is durable, that something changed for `topic` (a holder).
  virtual void announce(std::string_view topic) = 0;
};

/// Runs inside one transaction, perhaps twice (a failed batch is retried one by one): it must only depend on what it
/// reads there. A refusal rolls back what this work wrote and nothing else.
using Work = std::function<Result<void>(Transaction&)>;
/// Told once, after the work is durable or has failed; from any thread.
using Done = std::move_only_function<void(Result<void>)>;

class Store {
 public:
  virtual ~Store() = default;

  /// Queues work. `done` gets `store.busy` at once when the queue is full, `store.unavailable` when the database is.
  virtual void submit(Work work, Done done) = 0;
  /// Runs `view` now, on this thread, on a consistent snapshot. Throws StoreFailure when the database does not answer.
  virtual void read(std::function<void(Reader&)> const& view) = 0;
  /// Like `submit`, and waits. For commands, jobs and tests.
  [[nodiscard]] Result<void> transact(Work work);
  /// `listener` hears the topics of every durable transaction of every node.
  virtual void listen(std::function<void(std::vector<std::string> const&)> listener) = 0;
  /// Finishes what is queued and stops; later work is refused with `store.unavailable`.
  virtual void stop() = 0;
};

/// The world broke: thrown by adapters only, caught once per shell.
struct StoreFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace himpun::app
