INSERT INTO case_file (agency, case_id, sha256, name, media_type, size)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (agency, case_id, sha256) DO UPDATE SET
  name = excluded.name, media_type = excluded.media_type, size = excluded.size
