SELECT case_id, number, title, procedure, procedure_version, procedure_name, period, state, step, holder,
  step_number, step_count, opened_at, updated_at, due_at, version
FROM case_summary
WHERE agency = $1
  AND ($2 = '' OR state = $2) AND ($3 = '' OR procedure = $3) AND ($4 = '' OR period = $4)
  AND ($5 = '' OR instr(lower(number), $5) > 0 OR instr(lower(title), $5) > 0
       OR instr(lower(procedure_name), $5) > 0)
  AND (number, case_id) > ($6, $7)
ORDER BY number, case_id
LIMIT $8
