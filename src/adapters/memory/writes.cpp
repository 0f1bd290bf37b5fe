#include "adapters/memory/transaction.h"

namespace himpun::memory {

Result<void> Transaction::append(std::string_view stream, app::StreamHead const& expected,
                                 std::vector<app::EventRow> const& events) {
  if (events.empty()) return {};
  if (head(stream) != expected) return refuse(app::store_conflict);
  Text const name{stream};
  for (auto event : events) {
    std::pair const key{name, event.version};
    if (tables_.events.find(key)) throw Conflict{};
    auto const& positions = tables_.positions.rows();
    event.stream = name;
    event.position = positions.empty() ? 1 : positions.rbegin()->first + 1;
    tables_.positions.put(undo_, event.position, key);
    tables_.events.put(undo_, key, std::move(event));
  }
  tables_.heads.put(undo_, name, {events.back().version, events.back().hash});
  return {};
}

void Transaction::put(app::CaseRow const& row) { tables_.cases.put(undo_, row.case_id, row); }
void Transaction::put(app::TaskRow const& row) { tables_.tasks.put(undo_, row.task, row); }
void Transaction::erase_task(std::string_view task) { tables_.tasks.erase(undo_, Text{task}); }

void Transaction::add_load(std::string_view holder, std::string_view action, std::int64_t difference) {
  TextPair const key{holder, action};
  auto const* row = tables_.loads.find(key);
  tables_.loads.put(undo_, key, {key.first, key.second, (row ? row->open_tasks : 0) + difference});
}

void Transaction::put(app::ProcedureRow const& row) { tables_.procedures.put(undo_, row.procedure, row); }

std::int64_t Transaction::next_number(std::string_view series) {
  auto const* row = tables_.series.find(Text{series});
  auto const number = (row ? row->number : 0) + 1;
  tables_.series.put(undo_, Text{series}, {Text{series}, number});
  return number;
}

void Transaction::raise_number(std::string_view series, std::int64_t number) {
  auto const* row = tables_.series.find(Text{series});
  if (!row || row->number < number) tables_.series.put(undo_, Text{series}, {Text{series}, number});
}

void Transaction::put(app::CaseFileRow const& row) { tables_.files.put(undo_, {row.case_id, row.sha256}, row); }

void Transaction::put(app::FigureRow const& row) { tables_.figures.put(undo_, figure_key(row), row); }

void Transaction::add(app::JobRow const& job) {
  TextPair const key{job.kind, job.subject};
  if (!tables_.jobs.find(key)) tables_.jobs.put(undo_, key, job);
}

app::JobRow const* Transaction::held(TextPair const& key, std::int64_t fence) const {
  auto const* row = tables_.jobs.find(key);
  return row && row->fence == fence ? row : nullptr;
}

std::optional<std::int64_t> Transaction::take_job(app::JobRow const& job, Instant until) {
  TextPair const key{job.kind, job.subject};
  auto const* row = held(key, job.fence);
  if (!row) return std::nullopt;
  tables_.jobs.put(undo_, key, {row->kind, row->subject, row->attempts + 1, row->fence + 1, until});
  return job.fence + 1;
}

bool Transaction::postpone_job(std::string_view kind, std::string_view subject, std::int64_t fence, Instant free_at) {
  TextPair const key{kind, subject};
  auto const* row = held(key, fence);
  if (!row) return false;
  auto later = *row;
  later.free_at = free_at;
  tables_.jobs.put(undo_, key, std::move(later));
  return true;
}

bool Transaction::finish_job(std::string_view kind, std::string_view subject, std::int64_t fence) {
  TextPair const key{kind, subject};
  if (!held(key, fence)) return false;
  tables_.jobs.erase(undo_, key);
  return true;
}

void Transaction::clear_read_model() {
  tables_.cases.clear(undo_);
  tables_.tasks.clear(undo_);
  tables_.loads.clear(undo_);
  tables_.procedures.clear(undo_);
  tables_.files.clear(undo_);
  tables_.figures.clear(undo_);
  tables_.series.clear(undo_);
  tables_.jobs.clear(undo_);
}

void Transaction::add(std::vector<app::LeafRow> const& leaves) {
  for (auto const& leaf : leaves) {
    std::pair const key{leaf.stream, leaf.version};
    if (tables_.leaves.find(leaf.leaf) || tables_.leaf_of.find(key) || !tables_.events.find(key)) throw Conflict{};
    tables_.leaves.put(undo_, leaf.leaf, leaf);
    tables_.leaf_of.put(undo_, key, leaf.leaf);
  }
}

void Transaction::add(app::CheckpointRow const& checkpoint) {
  if (tables_.checkpoints.find(checkpoint.size)) throw Conflict{};
  tables_.checkpoints.put(undo_, checkpoint.size, checkpoint);
}

void Transaction::put(app::CredentialRow const& row) {
  auto const other = find_credential(row.username);
  if (other && other->account != row.account) throw Conflict{};
  tables_.credentials.put(undo_, row.account, row);
}

void Transaction::put(app::SessionRow const& row) { tables_.sessions.put(undo_, row.token_hash, row); }
void Transaction::erase_session(std::string_view token_hash) { tables_.sessions.erase(undo_, Text{token_hash}); }

void Transaction::erase_sessions_of(std::string_view account) {
  tables_.sessions.erase_if(undo_, [&](app::SessionRow const& row) { return row.account == account; });
}

void Transaction::erase_expired(Instant now) {
  tables_.sessions.erase_if(undo_, [&](app::SessionRow const& row) { return row.expires_at <= now; });
  auto const oldest = now - std::chrono::days{1};
  tables_.answers.erase_if(undo_, [&](app::KeptAnswerRow const& row) { return row.kept_at < oldest; });
}

void Transaction::put(app::KeptAnswerRow const& row) {
  if (tables_.answers.find({row.account, row.key})) throw Conflict{};
  tables_.answers.put(undo_, {row.account, row.key}, row);
}

void Transaction::roll_back() {
  while (!undo_.empty()) {
    undo_.back()();
    undo_.pop_back();
  }
  topics_.clear();
}

}  // namespace himpun::memory
