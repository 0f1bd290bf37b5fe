SELECT task, case_id, case_number, case_title, procedure_name, action, step, step_number, step_count, activity,
  holder, from_position, since, due_at, at_risk_at, state, read_at, revision
FROM open_task
WHERE agency = $1 AND holder = $2 AND action = $10
  AND due_at < $3 AND at_risk_at < $4 AND at_risk_at > $5
  AND ($6 = '' OR instr(lower(case_number), $6) > 0 OR instr(lower(case_title), $6) > 0
       OR instr(lower(procedure_name), $6) > 0)
  AND (due_at, task) > ($7, $8)
ORDER BY due_at, task
LIMIT $9
