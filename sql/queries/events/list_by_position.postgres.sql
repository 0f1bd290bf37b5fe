SELECT stream, version, position, bytes, hash
FROM journal_event
WHERE agency = $1 AND position > $2
ORDER BY position
LIMIT $3
