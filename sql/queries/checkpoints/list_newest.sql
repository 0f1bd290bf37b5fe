SELECT size, root, note, at
FROM checkpoint
WHERE agency = $1
ORDER BY size DESC
LIMIT $2
