SELECT holder, action, open_tasks
FROM holder_load
WHERE agency = $1 AND holder = $2
ORDER BY action
