-- The schema on SQLite after every migration. Generated; see tests/adapters/store/schema_test.cpp.

CREATE TABLE case_file (
  agency     TEXT NOT NULL,
  case_id    TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size       INTEGER NOT NULL,
  PRIMARY KEY (agency, case_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_file_by_hash ON case_file (agency, sha256, case_id);

CREATE TABLE case_summary (
  agency            TEXT NOT NULL,
  case_id           TEXT NOT NULL,
  number            TEXT NOT NULL,
  title             TEXT NOT NULL,
  procedure         TEXT NOT NULL,
  procedure_version INTEGER NOT NULL,
  procedure_name    TEXT NOT NULL,
  period            TEXT NOT NULL,
  state             TEXT NOT NULL,
  step              TEXT NOT NULL,
  holder            TEXT NOT NULL,
  step_number       INTEGER NOT NULL,
  step_count        INTEGER NOT NULL,
  opened_at         INTEGER NOT NULL,
  updated_at        INTEGER NOT NULL,
  due_at            INTEGER,
  version           INTEGER NOT NULL,
  due_order         INTEGER GENERATED ALWAYS AS (coalesce(due_at, 9223372036854775807)) STORED,
  PRIMARY KEY (agency, case_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_by_due ON case_summary (agency, due_order, case_id);

CREATE INDEX case_by_number ON case_summary (agency, number, case_id);

CREATE INDEX case_by_update ON case_summary (agency, updated_at, case_id);

CREATE TABLE checkpoint (
  agency TEXT NOT NULL,
  size   INTEGER NOT NULL,
  root   BLOB NOT NULL CHECK (length(root) = 32),
  note   TEXT NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (agency, size)
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
  agency        TEXT NOT NULL,
  account       TEXT NOT NULL,
  username      TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  failures      INTEGER NOT NULL,
  locked_until  INTEGER,
  must_change   INTEGER NOT NULL,
  PRIMARY KEY (agency, account),
  UNIQUE (agency, username)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
  agency     TEXT NOT NULL,
  year       INTEGER NOT NULL,
  subject    TEXT NOT NULL,
  kind       TEXT NOT NULL,
  period     TEXT NOT NULL,
  case_id    TEXT NOT NULL,
  unit       TEXT NOT NULL,
  state      TEXT NOT NULL,
  value      TEXT NOT NULL,
  source     TEXT NOT NULL,
  evidence   TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (agency, year, subject, kind, period, case_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE holder_load (
  agency     TEXT NOT NULL,
  holder     TEXT NOT NULL,
  action     TEXT NOT NULL,
  open_tasks INTEGER NOT NULL,
  PRIMARY KEY (agency, holder, action)
) STRICT, WITHOUT ROWID;

CREATE TABLE installation (
  agency     TEXT NOT NULL PRIMARY KEY,
  founded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  agency   TEXT NOT NULL,
  kind     TEXT NOT NULL,
  subject  TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  fence    INTEGER NOT NULL,
  free_at  INTEGER NOT NULL,
  PRIMARY KEY (agency, kind, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_by_time ON job (agency, kind, free_at, subject);

CREATE TABLE journal_event (
  agency   TEXT NOT NULL,
  stream   TEXT NOT NULL,
  version  INTEGER NOT NULL CHECK (version > 0),
  position INTEGER PRIMARY KEY,
  bytes    TEXT NOT NULL,
  hash     BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (agency, stream, version)
) STRICT;

CREATE TRIGGER journal_event_never_changes BEFORE UPDATE ON journal_event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;

CREATE TRIGGER journal_event_never_goes BEFORE DELETE ON journal_event
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;

CREATE TABLE journal_leaf (
  agency  TEXT NOT NULL,
  leaf    INTEGER NOT NULL CHECK (leaf >= 0),
  stream  TEXT NOT NULL,
  version INTEGER NOT NULL,
  hash    BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (agency, leaf),
  UNIQUE (agency, stream, version),
  FOREIGN KEY (agency, stream, version) REFERENCES journal_event (agency, stream, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_answer (
  agency       TEXT NOT NULL,
  account      TEXT NOT NULL,
  key          TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  answer       TEXT NOT NULL,
  kept_at      INTEGER NOT NULL,
  PRIMARY KEY (agency, account, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_answer_by_age ON kept_answer (agency, kept_at);

CREATE TABLE number_series (
  agency TEXT NOT NULL,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (agency, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_task (
  agency         TEXT NOT NULL,
  holder         TEXT NOT NULL,
  due_at         INTEGER NOT NULL,
  task           TEXT NOT NULL,
  at_risk_at     INTEGER NOT NULL,
  case_number    TEXT NOT NULL,
  case_title     TEXT NOT NULL,
  procedure_name TEXT NOT NULL,
  action         TEXT NOT NULL,
  case_id        TEXT NOT NULL,
  step           TEXT NOT NULL,
  step_number    INTEGER NOT NULL,
  step_count     INTEGER NOT NULL,
  activity       TEXT NOT NULL,
  from_position  TEXT NOT NULL,
  since          INTEGER NOT NULL,
  state          TEXT NOT NULL,
  read_at        INTEGER,
  revision       INTEGER NOT NULL,
  PRIMARY KEY (agency, holder, due_at, task),
  UNIQUE (agency, task)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_by_action ON open_task (agency, holder, action, due_at, task);

CREATE TABLE procedure_summary (
  agency         TEXT NOT NULL,
  procedure      TEXT NOT NULL,
  number         TEXT NOT NULL,
  name           TEXT NOT NULL,
  latest_version INTEGER NOT NULL,
  adopted_at     INTEGER NOT NULL,
  PRIMARY KEY (agency, procedure)
) STRICT, WITHOUT ROWID;

CREATE TABLE schema_migration (
  number     INTEGER NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  hash       BLOB NOT NULL,
  applied_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  agency     TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  account    TEXT NOT NULL,
  csrf_token TEXT NOT NULL,
  opened_at  INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (agency, token_hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_account ON session (agency, account);

CREATE INDEX session_by_end ON session (agency, expires_at);

CREATE TABLE stream_head (
  agency  TEXT NOT NULL,
  stream  TEXT NOT NULL,
  version INTEGER NOT NULL,
  hash    BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (agency, stream)
) STRICT, WITHOUT ROWID;
