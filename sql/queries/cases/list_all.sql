SELECT case_id, number, title, procedure, procedure_version, procedure_name, period, state, step, holder,
  step_number, step_count, opened_at, updated_at, due_at, version
FROM case_summary
WHERE agency = $1
