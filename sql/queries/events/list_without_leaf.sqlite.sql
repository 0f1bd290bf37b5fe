-- One writer gives the positions, so whatever lies after the event of the last leaf is no leaf yet.
-- `+` keeps SQLite from going through the index by stream and sorting: the table itself is in order of position.
SELECT stream, version, position, bytes, hash
FROM journal_event
WHERE +agency = $1
  AND position > coalesce((SELECT event.position
                           FROM journal_leaf AS leaf
                           JOIN journal_event AS event USING (agency, stream, version)
                           WHERE leaf.agency = $1
                           ORDER BY leaf.leaf DESC
                           LIMIT 1), 0)
ORDER BY position
LIMIT $2
