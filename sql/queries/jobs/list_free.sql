SELECT kind, subject, attempts, fence, free_at
FROM job
WHERE agency = $1 AND kind = $2 AND free_at <= $3
ORDER BY free_at, subject
LIMIT $4
