INSERT INTO job (agency, kind, subject, attempts, fence, free_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (agency, kind, subject) DO NOTHING
