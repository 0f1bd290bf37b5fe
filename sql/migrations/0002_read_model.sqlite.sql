-- The read model: made from events by the projections; every row can be thrown away and rebuilt.
-- Instants are microseconds since 1970 in UTC.

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
CREATE INDEX case_by_update ON case_summary (agency, updated_at, case_id);
CREATE INDEX case_by_number ON case_summary (agency, number, case_id);
CREATE INDEX case_by_due ON case_summary (agency, due_order, case_id);

CREATE TABLE open_task (
  agency         TEXT NOT NULL,
  task           TEXT NOT NULL,
  case_id        TEXT NOT NULL,
  case_number    TEXT NOT NULL,
  case_title     TEXT NOT NULL,
  procedure_name TEXT NOT NULL,
  action         TEXT NOT NULL,
  step           TEXT NOT NULL,
  step_number    INTEGER NOT NULL,
  step_count     INTEGER NOT NULL,
  activity       TEXT NOT NULL,
  holder         TEXT NOT NULL,
  from_position  TEXT NOT NULL,
  since          INTEGER NOT NULL,
  due_at         INTEGER NOT NULL,
  at_risk_at     INTEGER NOT NULL,
  state          TEXT NOT NULL,
  read_at        INTEGER,
  revision       INTEGER NOT NULL,
  PRIMARY KEY (agency, task)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_by_holder ON open_task (agency, holder, due_at, task);
CREATE INDEX task_by_action ON open_task (agency, holder, action, due_at, task);

CREATE TABLE holder_load (
  agency     TEXT NOT NULL,
  holder     TEXT NOT NULL,
  action     TEXT NOT NULL,
  open_tasks INTEGER NOT NULL,
  PRIMARY KEY (agency, holder, action)
) STRICT, WITHOUT ROWID;

CREATE TABLE procedure_summary (
  agency         TEXT NOT NULL,
  procedure      TEXT NOT NULL,
  number         TEXT NOT NULL,
  name           TEXT NOT NULL,
  latest_version INTEGER NOT NULL,
  adopted_at     INTEGER NOT NULL,
  PRIMARY KEY (agency, procedure)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_file (
  agency     TEXT NOT NULL,
  case_id    TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size       INTEGER NOT NULL,
  PRIMARY KEY (agency, case_id, sha256)
) STRICT, WITHOUT ROWID;

-- The last number given in each series (case numbers, agenda numbers).
CREATE TABLE number_series (
  agency TEXT NOT NULL,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (agency, series)
) STRICT, WITHOUT ROWID;
