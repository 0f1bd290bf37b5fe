WITH added AS (
  INSERT INTO journal_leaf (agency, leaf, stream, version, hash)
  VALUES ($1, $2, $3, $4, $5)
  RETURNING agency, stream, version
)
DELETE FROM event_without_leaf AS waiting
USING added JOIN journal_event AS event USING (agency, stream, version)
WHERE waiting.agency = event.agency AND waiting.position = event.position
