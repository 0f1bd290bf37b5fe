SELECT kind, subject, attempts, fence, free_at
FROM job
WHERE agency = $1 AND kind = $2 AND subject = $3
