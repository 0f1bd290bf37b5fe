INSERT INTO journal_event (agency, stream, version, bytes, hash)
VALUES ($1, $2, $3, $4, $5)
