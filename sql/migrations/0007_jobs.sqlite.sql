-- Work that must happen beside the requests (printing a paper). A rebuild puts back what the journal says is to do.
-- `free_at`: when it may be taken (again); `fence` counts the takings, and only the last one may finish.

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
