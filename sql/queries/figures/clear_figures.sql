DELETE FROM figure WHERE agency = $1
