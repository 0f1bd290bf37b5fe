SELECT size, root, note, at
FROM checkpoint
WHERE agency = $1 AND size > $2
ORDER BY size
LIMIT $3
