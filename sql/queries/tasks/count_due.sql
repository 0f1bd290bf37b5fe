SELECT count(*)
FROM (SELECT 1 FROM open_task WHERE agency = $1 AND holder = $2 AND due_at < $3 LIMIT $4) AS due
