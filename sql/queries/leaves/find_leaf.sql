SELECT leaf, stream, version, hash
FROM journal_leaf
WHERE agency = $1 AND stream = $2 AND version = $3
