SELECT task, case_id, case_number, case_title, procedure_name, action, step, step_number, step_count, activity,
  holder, from_position, since, due_at, at_risk_at, state, read_at, revision
FROM open_task
WHERE agency = $1 AND holder = $2
  AND due_at < $3 AND at_risk_at < $4
  AND ($5 = '' OR instr(lower(case_number), $5) > 0 OR instr(lower(case_title), $5) > 0
       OR instr(lower(procedure_name), $5) > 0)
  AND (due_at, task) > ($6, $7)
ORDER BY due_at, task
LIMIT $8
