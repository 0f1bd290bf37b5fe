INSERT INTO figure (agency, year, subject, kind, period, case_id, unit, state, value, source, evidence, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (agency, year, subject, kind, period, case_id) DO UPDATE SET
  unit = excluded.unit, state = excluded.state, value = excluded.value, source = excluded.source,
  evidence = excluded.evidence, updated_at = excluded.updated_at
