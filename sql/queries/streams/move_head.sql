UPDATE stream_head
SET version = $3, hash = $4
WHERE agency = $1 AND stream = $2 AND version = $5 AND hash = $6
