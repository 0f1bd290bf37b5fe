INSERT INTO stream_head (agency, stream, version, hash)
VALUES ($1, $2, $3, $4)
ON CONFLICT (agency, stream) DO NOTHING
