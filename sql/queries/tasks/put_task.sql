INSERT INTO open_task (agency, task, case_id, case_number, case_title, procedure_name, action, step, step_number, step_count,
  activity, holder, from_position, since, due_at, at_risk_at, state, read_at, revision)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
ON CONFLICT (agency, task) DO UPDATE SET
  case_id = excluded.case_id, case_number = excluded.case_number, case_title = excluded.case_title,
  procedure_name = excluded.procedure_name, action = excluded.action, step = excluded.step,
  step_number = excluded.step_number, step_count = excluded.step_count, activity = excluded.activity,
  holder = excluded.holder, from_position = excluded.from_position, since = excluded.since,
  due_at = excluded.due_at, at_risk_at = excluded.at_risk_at, state = excluded.state,
  read_at = excluded.read_at, revision = excluded.revision
