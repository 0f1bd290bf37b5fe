UPDATE job SET free_at = $5
WHERE agency = $1 AND kind = $2 AND subject = $3 AND fence = $4
RETURNING fence
