#pragma once
// The ports `Reader` and `Transaction` as named statements: each method says which statement and which values, a
// `Connection` runs it. Everything here is the same on SQLite and PostgreSQL; how a stream's head is moved is not, so
// `append` belongs to the adapters.
//
// Connection gives: `execute(name, values...)` to write, `query<Row>(name, values...)` to read, `change<Row>(name,
// values...)` to write and read what became of it. They throw `Conflict` when a unique or foreign key says no and
// `app::StoreFailure` when the database does not answer.

#include <limits>

#include "adapters/sql/binding.h"
#include "adapters/sql/pending.h"
#include "app/ports/dump.h"
#include "app/ports/store.h"
#include "base/text.h"

namespace himpun::sql {

/// A constraint said no: another transaction was first. Ends the work with `store.conflict`.
struct Conflict : std::exception {};

inline constexpr std::string_view last_text = "\xF4\x8F\xBF\xBF";  ///< U+10FFFF: sorts after every key
inline constexpr Instant last_instant = Instant::max();

template <class Connection>
class Rows : public app::Transaction {
 public:
  Rows(Connection& connection, std::string_view agency) : connection_(connection), agency_(agency) {}

  app::StreamHead head(std::string_view stream) override {
    return one<app::StreamHead>("streams/find_head", stream).value_or(app::StreamHead{});
  }
  std::vector<app::EventRow> events(std::string_view stream, std::int64_t after_version, int limit) override {
    return many<app::EventRow>("events/list_by_stream", stream, after_version, limit);
  }
  std::vector<app::EventRow> journal(std::int64_t after_position, int limit) override {
    return many<app::EventRow>("events/list_by_position", after_position, limit);
  }
  std::vector<app::EventRow> journal_backwards(std::int64_t before_position, int limit) override {
    return many<app::EventRow>("events/list_backwards", before_position, limit);
  }
  std::vector<std::string> streams(std::string_view prefix, std::string_view after, int limit) override {
    return many<std::string>("streams/list_by_prefix", prefix, std::string{prefix} + std::string{last_text}, after,
                             limit);
  }

  std::optional<app::CaseRow> find_case(std::string_view case_id) override {
    return one<app::CaseRow>("cases/find_case", case_id);
  }
  std::vector<app::CaseRow> list_cases(app::CaseQuery const& query) override;
  std::optional<app::TaskRow> find_task(std::string_view task) override {
    return one<app::TaskRow>("tasks/find_task", task);
  }
  std::vector<app::TaskRow> list_tasks(app::TaskQuery const& query) override;
  std::int64_t count_due(std::string_view holder, Instant before, int most) override {
    return one<std::int64_t>("tasks/count_due", holder, before, most).value_or(0);
  }
  std::vector<app::HolderLoadRow> holder_loads(std::string_view holder) override {
    return with_differences(many<app::HolderLoadRow>("loads/list_by_holder", holder), {&batch_.loads, &work_.loads},
                            holder);
  }
  std::vector<app::ProcedureRow> list_procedures() override { return many<app::ProcedureRow>("procedures/list_all"); }
  std::optional<app::CaseFileRow> find_case_file(std::string_view case_id, std::string_view hash) override {
    return one<app::CaseFileRow>("files/find_case_file", case_id, hash);
  }
  std::vector<app::CaseFileRow> cases_with_file(std::string_view hash) override {
    return many<app::CaseFileRow>("files/list_by_hash", hash);
  }

  std::vector<app::FigureRow> figures_of_year(std::int64_t year) override {
    return many<app::FigureRow>("figures/list_by_year", year);
  }
  std::vector<app::FigureRow> figures_of(std::int64_t year, std::string_view subject, std::string_view kind) override {
    return many<app::FigureRow>("figures/list_by_subject", year, subject, kind);
  }
  std::vector<app::FigureRow> list_figures(app::FigureQuery const& query) override {
    // One bound from below: with a second one SQLite would read every page from the year's beginning.
    auto const after = query.after.value_or(app::FigureRow{.year = query.first_year});
    return many<app::FigureRow>("figures/list_page", after.year, after.subject, after.kind, after.period, after.case_id,
                                query.last_year, query.limit);
  }

  std::vector<app::JobRow> free_jobs(std::string_view kind, Instant now, int limit) override {
    return many<app::JobRow>("jobs/list_free", kind, now, limit);
  }
  std::optional<app::JobRow> find_job(std::string_view kind, std::string_view subject) override {
    return one<app::JobRow>("jobs/find_job", kind, subject);
  }

  std::int64_t leaf_count() override { return one<std::int64_t>("leaves/count_leaves").value_or(0); }
  std::vector<app::LeafRow> leaves(std::int64_t from, int limit) override {
    return many<app::LeafRow>("leaves/list_leaves", from, limit);
  }
  std::optional<app::LeafRow> find_leaf(std::string_view stream, std::int64_t version) override {
    return one<app::LeafRow>("leaves/find_leaf", stream, version);
  }
  std::vector<app::CheckpointRow> checkpoints_below(std::int64_t size, int limit) override {
    return many<app::CheckpointRow>("checkpoints/list_below", size, limit);
  }
  std::vector<app::CheckpointRow> checkpoints_above(std::int64_t size, int limit) override {
    return many<app::CheckpointRow>("checkpoints/list_above", size, limit);
  }
  std::vector<app::EventRow> events_without_leaf(int limit) override {
    return many<app::EventRow>("events/list_without_leaf", limit);
  }

  std::optional<app::CredentialRow> find_credential(std::string_view username) override {
    return one<app::CredentialRow>("credentials/find_by_username", username);
  }
  std::optional<app::CredentialRow> find_credential_of(std::string_view account) override {
    return one<app::CredentialRow>("credentials/find_by_account", account);
  }
  std::optional<app::SessionRow> find_session(std::string_view token_hash) override {
    return one<app::SessionRow>("sessions/find_session", token_hash);
  }
  std::optional<app::KeptAnswerRow> find_kept_answer(std::string_view account, std::string_view key) override {
    return one<app::KeptAnswerRow>("answers/find_answer", account, key);
  }
  std::vector<std::string> dump_read_model() override;

  void put(app::CaseRow const& row) override { run("cases/put_case", row); }
  void put(app::TaskRow const& row) override { run("tasks/put_task", row); }
  void erase_task(std::string_view task) override { run("tasks/erase_task", task); }
  void add_load(std::string_view holder, std::string_view action, std::int64_t difference) override {
    work_.loads[{std::string{holder}, std::string{action}}] += difference;
  }
  void put(app::ProcedureRow const& row) override { run("procedures/put_procedure", row); }
  std::int64_t next_number(std::string_view series) override {
    return connection_.template change<std::int64_t>("series/take_number", agency_, series).front();
  }
  void raise_number(std::string_view series, std::int64_t number) override {
    run("series/raise_number", series, number);
  }
  void put(app::CaseFileRow const& row) override { run("files/put_case_file", row); }
  void put(app::FigureRow const& row) override { run("figures/put_figure", row); }
  void add(app::JobRow const& job) override { run("jobs/add_job", job); }
  std::optional<std::int64_t> take_job(app::JobRow const& job, Instant until) override {
    auto const taken = changed("jobs/take_job", job.kind, job.subject, job.fence, until);
    return taken.empty() ? std::nullopt : std::optional{taken.front()};
  }
  bool postpone_job(std::string_view kind, std::string_view subject, std::int64_t fence, Instant free_at) override {
    return !changed("jobs/postpone_job", kind, subject, fence, free_at).empty();
  }
  bool finish_job(std::string_view kind, std::string_view subject, std::int64_t fence) override {
    return !changed("jobs/finish_job", kind, subject, fence).empty();
  }
  void clear_read_model() override;

  void add(std::vector<app::LeafRow> const& leaves) override {
    for (auto const& leaf : leaves) run("leaves/add_leaf", leaf);
  }
  void add(app::CheckpointRow const& checkpoint) override { run("checkpoints/add_checkpoint", checkpoint); }

  void put(app::CredentialRow const& row) override { run("credentials/put_credential", row); }
  void put(app::SessionRow const& row) override { run("sessions/put_session", row); }
  void erase_session(std::string_view token_hash) override { run("sessions/erase_session", token_hash); }
  void erase_sessions_of(std::string_view account) override { run("sessions/erase_by_account", account); }
  void erase_expired(Instant now) override {
    run("sessions/erase_expired", now);
    run("answers/erase_old", now - std::chrono::days{1});
  }
  void put(app::KeptAnswerRow const& row) override { run("answers/add_answer", row); }

  void announce(std::string_view topic) override { work_.topics.emplace(topic); }

  /// The work is kept: what it left joins the batch.
  void keep_work() {
    batch_.merge(work_);
    work_.clear();
  }
  void drop_work() { work_.clear(); }
  /// Writes what the batch left; the last thing before the commit.
  void write_loads() {
    for (auto const& [key, difference] : batch_.loads) {
      if (difference != 0) run("loads/add_load", key.first, key.second, difference);
    }
  }
  [[nodiscard]] std::vector<std::string> topics() const { return {batch_.topics.begin(), batch_.topics.end()}; }

 protected:
  template <class... Values>
  void run(std::string_view name, Values const&... values) {
    connection_.execute(name, agency_, values...);
  }
  template <class... Values>
  std::vector<std::int64_t> changed(std::string_view name, Values const&... values) {
    return connection_.template change<std::int64_t>(name, agency_, values...);
  }
  template <class Row, class... Values>
  std::vector<Row> many(std::string_view name, Values const&... values) {
    return connection_.template query<Row>(name, agency_, values...);
  }
  template <class Row, class... Values>
  std::optional<Row> one(std::string_view name, Values const&... values) {
    auto rows = many<Row>(name, values...);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  }

  Connection& connection_;
  std::string_view agency_;

 private:
  Pending work_;
  Pending batch_;
};

template <class Connection>
std::vector<app::CaseRow> Rows<Connection>::list_cases(app::CaseQuery const& query) {
  auto const list = [&](std::string_view name, auto const& after_key, std::string_view after_id) {
    return many<app::CaseRow>(name, query.state, query.procedure, query.period, lower_ascii(query.search), after_key,
                              after_id, query.limit);
  };
  auto const& after = query.after;
  switch (query.sort) {
    case app::CaseSort::number_ascending:
      return list("cases/list_by_number", std::string_view{after ? after->number : ""},
                  after ? std::string_view{after->case_id} : "");
    case app::CaseSort::due_at_ascending:
      return list("cases/list_by_due", after ? after->due_at.value_or(last_instant) : Instant::min(),
                  after ? std::string_view{after->case_id} : "");
    case app::CaseSort::updated_at_descending:
      break;
  }
  return list("cases/list_by_update", after ? after->updated_at : last_instant,
              after ? std::string_view{after->case_id} : last_text);
}

template <class Connection>
std::vector<app::TaskRow> Rows<Connection>::list_tasks(app::TaskQuery const& query) {
  auto const due_before = query.due_before.value_or(last_instant);
  auto const at_risk_before = query.at_risk_before.value_or(last_instant);
  auto const at_risk_after = query.at_risk_after.value_or(Instant::min());
  auto const after = query.after.value_or(app::TaskCursor{Instant::min(), ""});
  auto const list = [&](std::string_view name, auto const&... action) {
    return many<app::TaskRow>(name, query.holder, due_before, at_risk_before, at_risk_after, lower_ascii(query.search),
                              after.due_at, after.task, query.limit, action...);
  };
  return query.action.empty() ? list("tasks/list_by_holder") : list("tasks/list_by_action", query.action);
}

template <class Connection>
std::vector<std::string> Rows<Connection>::dump_read_model() {
  std::vector<std::string> lines;
  app::dump_rows(lines, "case_summary", many<app::CaseRow>("cases/list_all"));
  app::dump_rows(lines, "open_task", many<app::TaskRow>("tasks/list_all"));
  app::dump_loads(lines,
                  with_differences(many<app::HolderLoadRow>("loads/list_all"), {&batch_.loads, &work_.loads}, ""));
  app::dump_rows(lines, "procedure_summary", list_procedures());
  app::dump_rows(lines, "case_file", many<app::CaseFileRow>("files/list_all"));
  app::dump_rows(lines, "figure", many<app::FigureRow>("figures/list_all"));
  app::dump_rows(lines, "number_series", many<app::NumberSeriesRow>("series/list_all"));
  std::ranges::sort(lines);
  return lines;
}

template <class Connection>
void Rows<Connection>::clear_read_model() {
  for (auto const* name :
       {"cases/clear_cases", "tasks/clear_tasks", "loads/clear_loads", "procedures/clear_procedures",
        "files/clear_case_files", "figures/clear_figures", "series/clear_series", "jobs/clear_jobs"}) {
    run(name);
  }
  // What earlier works of this batch left is written later; take it back now, so that it does not survive.
  work_.loads.clear();
  for (auto const& [key, difference] : batch_.loads) work_.loads[key] = -difference;
}

}  // namespace himpun::sql
