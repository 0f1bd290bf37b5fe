-- Part of the read model: the figures of every collection, one row for a row of a form. `value` and `evidence` are JSON.

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
