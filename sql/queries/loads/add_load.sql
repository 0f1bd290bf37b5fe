INSERT INTO holder_load (agency, holder, action, open_tasks)
VALUES ($1, $2, $3, $4)
ON CONFLICT (agency, holder, action) DO UPDATE SET open_tasks = holder_load.open_tasks + excluded.open_tasks
