SELECT coalesce(max(leaf) + 1, 0)
FROM journal_leaf
WHERE agency = $1
