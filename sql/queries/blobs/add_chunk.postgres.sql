INSERT INTO blob_chunk (agency, sha256, number, bytes)
VALUES ($1, $2, $3, $4)
