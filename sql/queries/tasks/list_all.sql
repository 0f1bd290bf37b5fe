SELECT task, case_id, case_number, case_title, procedure_name, action, step, step_number, step_count, activity,
  holder, from_position, since, due_at, at_risk_at, state, read_at, revision
FROM open_task
WHERE agency = $1
