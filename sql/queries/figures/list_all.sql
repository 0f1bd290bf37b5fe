SELECT year, subject, kind, period, case_id, unit, state, value, source, evidence, updated_at
FROM figure
WHERE agency = $1
