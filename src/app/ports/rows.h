#pragma once
// The read model's rows and the vault's rows, as plain values. Rows of the read model are made from events by the
// projections and can be thrown away; rows of the vault (credentials, sessions, answers kept for retried requests)
// cannot be rebuilt and hold nothing that needs a proof. Every table's key begins with the agency.

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "base/sha256.h"
#include "base/time.h"

namespace himpun::app {

/// One event as it is stored. `bytes` is the canonical envelope; `hash` seals it to the one before.
struct EventRow {
  std::string stream;
  std::int64_t version = 0;
  std::int64_t position = 0;  ///< order of writing; 0 before it is stored. Gaps are allowed.
  std::string bytes;
  Sha256 hash{};

  bool operator==(EventRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(EventRow, (), (stream, version, position, bytes, hash))

struct StreamHead {
  std::int64_t version = 0;  ///< 0: the stream does not exist yet
  Sha256 hash{};             ///< hash of the last event; zeros before the first

  bool operator==(StreamHead const&) const = default;
};
BOOST_DESCRIBE_STRUCT(StreamHead, (), (version, hash))

/// Read model: one case in lists. `due_at` is the earliest due date of an open task.
struct CaseRow {
  std::string case_id;
  std::string number;
  std::string title;
  std::string procedure;
  std::int64_t procedure_version = 0;
  std::string procedure_name;
  std::string period;  ///< sortable key such as `2026-q1`
  std::string state;   ///< running, suspended, completed, cancelled
  std::string step;    ///< activity of the open step that is due first; empty when none is open
  std::string holder;  ///< who holds that step
  std::int64_t step_number = 0;
  std::int64_t step_count = 0;
  Instant opened_at{};
  Instant updated_at{};
  std::optional<Instant> due_at;
  std::int64_t version = 0;  ///< the case stream's version this row reflects

  bool operator==(CaseRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (case_id, number, title, procedure, procedure_version, procedure_name, period, state, step,
                       holder, step_number, step_count, opened_at, updated_at, due_at, version))

/// Read model: one open task; finished tasks leave the table. The inbox is one index scan per holder.
struct TaskRow {
  std::string task;
  std::string case_id;
  std::string case_number;
  std::string case_title;
  std::string procedure_name;
  std::string action;  ///< dispose, work, gather, answer, review, initial, sign, distribute, receive
  std::string step;
  std::int64_t step_number = 0;
  std::int64_t step_count = 0;
  std::string activity;
  std::string holder;         ///< position or unit id
  std::string from_position;  ///< position that handed it over, or began the case
  Instant since{};
  Instant due_at{};      ///< `far_future` when the step has no time limit
  Instant at_risk_at{};  ///< from here on it is at risk
  std::string state;     ///< not_started, started, waiting, returned
  std::optional<Instant> read_at;
  std::int64_t revision = 0;

  bool operator==(TaskRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskRow, (),
                      (task, case_id, case_number, case_title, procedure_name, action, step, step_number, step_count,
                       activity, holder, from_position, since, due_at, at_risk_at, state, read_at, revision))

/// Due date of a task without a time limit: sorts last, is never late.
inline constexpr Instant far_future = Instant{Date{std::chrono::year{9999} / 12 / 31}};

/// Read model: how many open tasks a holder has of one kind. Kept by adding and subtracting, never counted.
struct HolderLoadRow {
  std::string holder;
  std::string action;
  std::int64_t open_tasks = 0;

  bool operator==(HolderLoadRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(HolderLoadRow, (), (holder, action, open_tasks))

/// Read model: an adopted procedure; its versions stand in its stream.
struct ProcedureRow {
  std::string procedure;
  std::string number;
  std::string name;
  std::int64_t latest_version = 0;
  Instant adopted_at{};

  bool operator==(ProcedureRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProcedureRow, (), (procedure, number, name, latest_version, adopted_at))

/// Read model: the last number given in a series, such as the case numbers of a year.
struct NumberSeriesRow {
  std::string series;
  std::int64_t number = 0;

  bool operator==(NumberSeriesRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(NumberSeriesRow, (), (series, number))

/// Read model: a file that a case uses; guards downloads and shows which blobs are still needed.
struct CaseFileRow {
  std::string case_id;
  std::string sha256;
  std::string name;
  std::string media_type;
  std::int64_t size = 0;

  bool operator==(CaseFileRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CaseFileRow, (), (case_id, sha256, name, media_type, size))

/// Work that must happen beside the requests (`kind`) for one subject, until it is done or given up. `free_at` is when
/// it may be taken (again): taking it moves that on, so that what a crash leaves is taken by the next. `fence` counts
/// the takings; only who holds the last one may finish. A rebuild puts back what the journal says is still to do.
struct JobRow {
  std::string kind;
  std::string subject;
  std::int64_t attempts = 0;
  std::int64_t fence = 0;
  Instant free_at{};

  bool operator==(JobRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(JobRow, (), (kind, subject, attempts, fence, free_at))

/// Read model: one row of a collection's form. Of several collections of one period the one with the greatest case id
/// speaks, once its figure was accepted.
struct FigureRow {
  std::int64_t year = 0;
  std::string subject;  ///< indicator id or budget code
  std::string kind;     ///< indicator, budget
  std::string period;   ///< sortable key such as `2026-q1`
  std::string case_id;
  std::string unit;
  std::string state;     ///< empty, entered, submitted, returned, accepted, frozen, left_out
  std::string value;     ///< JSON of performance::Value, the last correction's where there is one
  std::string source;    ///< where the figure stands, for traces
  std::string evidence;  ///< JSON array of evidence ids
  Instant updated_at{};

  bool operator==(FigureRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(FigureRow, (),
                      (year, subject, kind, period, case_id, unit, state, value, source, evidence, updated_at))

/// Proof: the leaf of the Merkle tree that an event became at a checkpoint.
struct LeafRow {
  std::int64_t leaf = 0;  ///< from 0, without gaps
  std::string stream;
  std::int64_t version = 0;
  Sha256 hash{};

  bool operator==(LeafRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(LeafRow, (), (leaf, stream, version, hash))

/// Proof: a signed head of the Merkle tree.
struct CheckpointRow {
  std::int64_t size = 0;  ///< leaves below this head
  Sha256 root{};
  std::string note;  ///< C2SP signed note
  Instant at{};

  bool operator==(CheckpointRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckpointRow, (), (size, root, note, at))

/// Vault: how an account proves itself. Back-off counts survive a restart.
struct CredentialRow {
  std::string account;
  std::string username;
  std::string password_hash;  ///< argon2id in the PHC string form; empty until the first password is set
  std::int64_t failures = 0;  ///< wrong tries since the last right one
  std::optional<Instant> locked_until;
  bool must_change = false;

  bool operator==(CredentialRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(CredentialRow, (), (account, username, password_hash, failures, locked_until, must_change))

/// Vault: a signed-in browser. Only the hash of the token is kept.
struct SessionRow {
  std::string token_hash;  ///< lowercase hex SHA-256 of the cookie's token
  std::string account;
  std::string csrf_token;
  Instant opened_at{};
  Instant expires_at{};

  bool operator==(SessionRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (token_hash, account, csrf_token, opened_at, expires_at))

/// Vault: the answer to a request that carried an Idempotency-Key, kept for a day.
struct KeptAnswerRow {
  std::string account;
  std::string key;
  std::string request_hash;  ///< hex SHA-256 of method, path and body: the same key with other words is refused
  std::string answer;        ///< JSON text
  Instant kept_at{};

  bool operator==(KeptAnswerRow const&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptAnswerRow, (), (account, key, request_hash, answer, kept_at))

}  // namespace himpun::app
