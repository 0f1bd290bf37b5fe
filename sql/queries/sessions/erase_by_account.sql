DELETE FROM session WHERE agency = $1 AND account = $2
