INSERT INTO installation (agency, founded_at)
VALUES ($1, $2)
