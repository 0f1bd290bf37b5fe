INSERT INTO kept_answer (agency, account, key, request_hash, answer, kept_at)
VALUES ($1, $2, $3, $4, $5, $6)
