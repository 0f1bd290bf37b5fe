-- Text is compared byte by byte (COLLATE "C"), as on SQLite.
-- The read model: made from events by the projections; every row can be thrown away and rebuilt.
-- Instants are microseconds since 1970 in UTC.

CREATE TABLE case_summary (
  agency            TEXT COLLATE "C" NOT NULL,
  case_id           TEXT COLLATE "C" NOT NULL,
  number            TEXT COLLATE "C" NOT NULL,
  title             TEXT COLLATE "C" NOT NULL,
  procedure         TEXT COLLATE "C" NOT NULL,
  procedure_version BIGINT NOT NULL,
  procedure_name    TEXT COLLATE "C" NOT NULL,
  period            TEXT COLLATE "C" NOT NULL,
  state             TEXT COLLATE "C" NOT NULL,
  step              TEXT COLLATE "C" NOT NULL,
  holder            TEXT COLLATE "C" NOT NULL,
  step_number       BIGINT NOT NULL,
  step_count        BIGINT NOT NULL,
  opened_at         BIGINT NOT NULL,
  updated_at        BIGINT NOT NULL,
  due_at            BIGINT,
  version           BIGINT NOT NULL,
  due_order         BIGINT GENERATED ALWAYS AS (coalesce(due_at, 9223372036854775807)) STORED,
  PRIMARY KEY (agency, case_id)
);
CREATE INDEX case_by_update ON case_summary (agency, updated_at, case_id);
CREATE INDEX case_by_number ON case_summary (agency, number, case_id);
CREATE INDEX case_by_due ON case_summary (agency, due_order, case_id);

CREATE TABLE open_task (
  agency         TEXT COLLATE "C" NOT NULL,
  task           TEXT COLLATE "C" NOT NULL,
  case_id        TEXT COLLATE "C" NOT NULL,
  case_number    TEXT COLLATE "C" NOT NULL,
  case_title     TEXT COLLATE "C" NOT NULL,
  procedure_name TEXT COLLATE "C" NOT NULL,
  action         TEXT COLLATE "C" NOT NULL,
  step           TEXT COLLATE "C" NOT NULL,
  step_number    BIGINT NOT NULL,
  step_count     BIGINT NOT NULL,
  activity       TEXT COLLATE "C" NOT NULL,
  holder         TEXT COLLATE "C" NOT NULL,
  from_position  TEXT COLLATE "C" NOT NULL,
  since          BIGINT NOT NULL,
  due_at         BIGINT NOT NULL,
  at_risk_at     BIGINT NOT NULL,
  state          TEXT COLLATE "C" NOT NULL,
  read_at        BIGINT,
  revision       BIGINT NOT NULL,
  PRIMARY KEY (agency, task)
);
CREATE INDEX task_by_holder ON open_task (agency, holder, due_at, task);
CREATE INDEX task_by_action ON open_task (agency, holder, action, due_at, task);

CREATE TABLE holder_load (
  agency     TEXT COLLATE "C" NOT NULL,
  holder     TEXT COLLATE "C" NOT NULL,
  action     TEXT COLLATE "C" NOT NULL,
  open_tasks BIGINT NOT NULL,
  PRIMARY KEY (agency, holder, action)
);

CREATE TABLE procedure_summary (
  agency         TEXT COLLATE "C" NOT NULL,
  procedure      TEXT COLLATE "C" NOT NULL,
  number         TEXT COLLATE "C" NOT NULL,
  name           TEXT COLLATE "C" NOT NULL,
  latest_version BIGINT NOT NULL,
  adopted_at     BIGINT NOT NULL,
  PRIMARY KEY (agency, procedure)
);

CREATE TABLE case_file (
  agency     TEXT COLLATE "C" NOT NULL,
  case_id    TEXT COLLATE "C" NOT NULL,
  sha256     TEXT COLLATE "C" NOT NULL,
  name       TEXT COLLATE "C" NOT NULL,
  media_type TEXT COLLATE "C" NOT NULL,
  size       BIGINT NOT NULL,
  PRIMARY KEY (agency, case_id, sha256)
);

-- The last number given in each series (case numbers, agenda numbers).
CREATE TABLE number_series (
  agency TEXT COLLATE "C" NOT NULL,
  series TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (agency, series)
);

-- The place of a part in a text, by the name it has on SQLite, so that one query serves both.
CREATE FUNCTION instr(TEXT, TEXT) RETURNS INTEGER LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT strpos($1, $2)';
