SELECT stream
FROM stream_head
WHERE agency = $1 AND stream >= $2 AND stream < $3 AND stream > $4
ORDER BY stream
LIMIT $5
