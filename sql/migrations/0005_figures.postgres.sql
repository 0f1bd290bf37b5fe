-- Text is compared byte by byte (COLLATE "C"), as on SQLite.
-- Part of the read model: the figures of every collection, one row for a row of a form. `value` and `evidence` are JSON.

CREATE TABLE figure (
  agency     TEXT COLLATE "C" NOT NULL,
  year       BIGINT NOT NULL,
  subject    TEXT COLLATE "C" NOT NULL,
  kind       TEXT COLLATE "C" NOT NULL,
  period     TEXT COLLATE "C" NOT NULL,
  case_id    TEXT COLLATE "C" NOT NULL,
  unit       TEXT COLLATE "C" NOT NULL,
  state      TEXT COLLATE "C" NOT NULL,
  value      TEXT COLLATE "C" NOT NULL,
  source     TEXT COLLATE "C" NOT NULL,
  evidence   TEXT COLLATE "C" NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (agency, year, subject, kind, period, case_id)
);
