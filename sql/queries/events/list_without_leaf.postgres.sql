SELECT event.stream, event.version, event.position, event.bytes, event.hash
FROM event_without_leaf AS waiting
JOIN journal_event AS event USING (agency, position)
WHERE waiting.agency = $1
ORDER BY waiting.position
LIMIT $2
