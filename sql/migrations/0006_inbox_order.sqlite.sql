-- The rows of open_task lie in the order in which an inbox reads them. Before, every line of an inbox was looked up on
-- its own; with 100,000 open tasks a page read a page of the file for each of its lines.

ALTER TABLE open_task RENAME TO open_task_before;
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
INSERT INTO open_task (agency, holder, due_at, task, at_risk_at, case_number, case_title, procedure_name, action,
  case_id, step, step_number, step_count, activity, from_position, since, state, read_at, revision)
SELECT agency, holder, due_at, task, at_risk_at, case_number, case_title, procedure_name, action,
  case_id, step, step_number, step_count, activity, from_position, since, state, read_at, revision
FROM open_task_before
ORDER BY agency, holder, due_at, task;
DROP TABLE open_task_before;
CREATE INDEX task_by_action ON open_task (agency, holder, action, due_at, task);
