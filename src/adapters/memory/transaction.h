#pragma once
// Reads and writes of the store in memory: the plain meaning of the ports, against which the databases are compared.

#include <set>

#include "adapters/memory/tables.h"
#include "app/ports/store.h"

namespace himpun::memory {

/// What a unique key says no to; ends the work with `store.conflict`.
struct Conflict : std::exception {};

class Transaction final : public app::Transaction {
 public:
  explicit Transaction(Tables& tables) : tables_(tables) {}

  app::StreamHead head(std::string_view stream) override;
  std::vector<app::EventRow> events(std::string_view stream, std::int64_t after_version, int limit) override;
  std::vector<app::EventRow> journal(std::int64_t after_position, int limit) override;
  std::vector<app::EventRow> journal_backwards(std::int64_t before_position, int limit) override;
  std::vector<std::string> streams(std::string_view prefix, std::string_view after, int limit) override;

  std::optional<app::CaseRow> find_case(std::string_view case_id) override;
  std::vector<app::CaseRow> list_cases(app::CaseQuery const& query) override;
  std::optional<app::TaskRow> find_task(std::string_view task) override;
  std::vector<app::TaskRow> list_tasks(app::TaskQuery const& query) override;
  std::int64_t count_due(std::string_view holder, Instant before, int most) override;
  std::vector<app::HolderLoadRow> holder_loads(std::string_view holder) override;
  std::vector<app::ProcedureRow> list_procedures() override;
  std::optional<app::CaseFileRow> find_case_file(std::string_view case_id, std::string_view sha256) override;
  std::vector<app::CaseFileRow> cases_with_file(std::string_view sha256) override;
  std::vector<app::FigureRow> figures_of_year(std::int64_t year) override;
  std::vector<app::FigureRow> figures_of(std::int64_t year, std::string_view subject, std::string_view kind) override;
  std::vector<app::FigureRow> list_figures(app::FigureQuery const& query) override;

  std::vector<app::JobRow> free_jobs(std::string_view kind, Instant now, int limit) override;
  std::optional<app::JobRow> find_job(std::string_view kind, std::string_view subject) override;

  std::int64_t leaf_count() override;
  std::vector<app::LeafRow> leaves(std::int64_t from, int limit) override;
  std::optional<app::LeafRow> find_leaf(std::string_view stream, std::int64_t version) override;
  std::vector<app::CheckpointRow> checkpoints_below(std::int64_t size, int limit) override;
  std::vector<app::CheckpointRow> checkpoints_above(std::int64_t size, int limit) override;
  std::vector<app::EventRow> events_without_leaf(int limit) override;

  std::optional<app::CredentialRow> find_credential(std::string_view username) override;
  std::optional<app::CredentialRow> find_credential_of(std::string_view account) override;
  std::optional<app::SessionRow> find_session(std::string_view token_hash) override;
  std::optional<app::KeptAnswerRow> find_kept_answer(std::string_view account, std::string_view key) override;
  std::vector<std::string> dump_read_model() override;

  Result<void> append(std::string_view stream, app::StreamHead const& expected,
                      std::vector<app::EventRow> const& events) override;
  void put(app::CaseRow const& row) override;
  void put(app::TaskRow const& row) override;
  void erase_task(std::string_view task) override;
  void add_load(std::string_view holder, std::string_view action, std::int64_t difference) override;
  void put(app::ProcedureRow const& row) override;
  std::int64_t next_number(std::string_view series) override;
  void raise_number(std::string_view series, std::int64_t number) override;
  void put(app::CaseFileRow const& row) override;
  void put(app::FigureRow const& row) override;
  void add(app::JobRow const& job) override;
  std::optional<std::int64_t> take_job(app::JobRow const& job, Instant until) override;
  bool postpone_job(std::string_view kind, std::string_view subject, std::int64_t fence, Instant free_at) override;
  bool finish_job(std::string_view kind, std::string_view subject, std::int64_t fence) override;
  void clear_read_model() override;
  void add(std::vector<app::LeafRow> const& leaves) override;
  void add(app::CheckpointRow const& checkpoint) override;
  void put(app::CredentialRow const& row) override;
  void put(app::SessionRow const& row) override;
  void erase_session(std::string_view token_hash) override;
  void erase_sessions_of(std::string_view account) override;
  void erase_expired(Instant now) override;
  void put(app::KeptAnswerRow const& row) override;
  void announce(std::string_view topic) override { topics_.emplace(topic); }

  /// Takes back every change, newest first.
  void roll_back();
  [[nodiscard]] std::vector<std::string> topics() const { return {topics_.begin(), topics_.end()}; }

 private:
  /// The job when this is still the last taking of it.
  app::JobRow const* held(TextPair const& key, std::int64_t fence) const;
  app::EventRow const& event_at(std::pair<Text, std::int64_t> const& key) const { return *tables_.events.find(key); }

  Tables& tables_;
  UndoLog undo_;
  std::set<std::string> topics_;
};

}  // namespace himpun::memory
