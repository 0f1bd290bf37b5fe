SELECT stream, version, position, bytes, hash
FROM journal_event
WHERE agency = $1 AND stream = $2 AND version > $3
ORDER BY version
LIMIT $4
