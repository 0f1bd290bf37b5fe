SELECT number, name, hash
FROM schema_migration
ORDER BY number
