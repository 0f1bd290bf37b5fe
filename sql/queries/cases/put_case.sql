INSERT INTO case_summary (agency, case_id, number, title, procedure, procedure_version, procedure_name, period, state, step, holder,
  step_number, step_count, opened_at, updated_at, due_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
ON CONFLICT (agency, case_id) DO UPDATE SET
  number = excluded.number, title = excluded.title, procedure = excluded.procedure,
  procedure_version = excluded.procedure_version, procedure_name = excluded.procedure_name,
  period = excluded.period, state = excluded.state, step = excluded.step, holder = excluded.holder,
  step_number = excluded.step_number, step_count = excluded.step_count, opened_at = excluded.opened_at,
  updated_at = excluded.updated_at, due_at = excluded.due_at, version = excluded.version
