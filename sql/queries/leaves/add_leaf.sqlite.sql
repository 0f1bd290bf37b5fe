INSERT INTO journal_leaf (agency, leaf, stream, version, hash)
VALUES ($1, $2, $3, $4, $5)
