SELECT holder, action, open_tasks
FROM holder_load
WHERE agency = $1
ORDER BY holder, action
