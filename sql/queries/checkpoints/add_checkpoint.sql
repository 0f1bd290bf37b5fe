INSERT INTO checkpoint (agency, size, root, note, at)
VALUES ($1, $2, $3, $4, $5)
