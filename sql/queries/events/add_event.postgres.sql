WITH added AS (
  INSERT INTO journal_event (agency, stream, version, bytes, hash)
  VALUES ($1, $2, $3, $4, $5)
  RETURNING agency, position
)
INSERT INTO event_without_leaf (agency, position)
SELECT agency, position FROM added
