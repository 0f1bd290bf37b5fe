INSERT INTO procedure_summary (agency, procedure, number, name, latest_version, adopted_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (agency, procedure) DO UPDATE SET
  number = excluded.number, name = excluded.name, latest_version = excluded.latest_version,
  adopted_at = excluded.adopted_at
