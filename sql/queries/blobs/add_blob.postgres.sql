INSERT INTO blob (agency, sha256, size)
VALUES ($1, $2, $3)
ON CONFLICT (agency, sha256) DO NOTHING
RETURNING size
