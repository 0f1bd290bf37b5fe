SELECT leaf, stream, version, hash
FROM journal_leaf
WHERE agency = $1 AND leaf >= $2
ORDER BY leaf
LIMIT $3
