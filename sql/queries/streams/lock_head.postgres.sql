SELECT version, hash
FROM stream_head
WHERE agency = $1 AND stream = $2
FOR UPDATE
