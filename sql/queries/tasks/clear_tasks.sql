DELETE FROM open_task WHERE agency = $1
