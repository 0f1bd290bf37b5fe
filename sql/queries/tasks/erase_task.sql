DELETE FROM open_task WHERE agency = $1 AND task = $2
