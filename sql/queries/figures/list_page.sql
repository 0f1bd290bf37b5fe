SELECT year, subject, kind, period, case_id, unit, state, value, source, evidence, updated_at
FROM figure
WHERE agency = $1 AND (year, subject, kind, period, case_id) > ($2, $3, $4, $5, $6) AND year <= $7
ORDER BY year, subject, kind, period, case_id
LIMIT $8
