SELECT year, subject, kind, period, case_id, unit, state, value, source, evidence, updated_at
FROM figure
WHERE agency = $1 AND year BETWEEN $2 AND $3
  AND (year, subject, kind, period, case_id) > ($4, $5, $6, $7, $8)
ORDER BY year, subject, kind, period, case_id
LIMIT $9
