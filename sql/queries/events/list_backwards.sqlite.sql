-- `+` keeps SQLite from going through the index by stream and sorting: the table itself is in order of position.
SELECT stream, version, position, bytes, hash
FROM journal_event
WHERE +agency = $1 AND position < $2
ORDER BY position DESC
LIMIT $3
