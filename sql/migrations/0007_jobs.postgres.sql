-- Work that must happen beside the requests (printing a paper). A rebuild puts back what the journal says is to do.
-- `free_at`: when it may be taken (again); `fence` counts the takings, and only the last one may finish.

CREATE TABLE job (
  agency   TEXT COLLATE "C" NOT NULL,
  kind     TEXT COLLATE "C" NOT NULL,
  subject  TEXT COLLATE "C" NOT NULL,
  attempts BIGINT NOT NULL,
  fence    BIGINT NOT NULL,
  free_at  BIGINT NOT NULL,
  PRIMARY KEY (agency, kind, subject)
);
CREATE INDEX job_by_time ON job (agency, kind, free_at, subject);
