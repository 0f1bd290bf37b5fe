INSERT INTO schema_migration (number, name, hash, applied_at)
VALUES ($1, $2, $3, $4)
