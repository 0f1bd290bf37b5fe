DELETE FROM job WHERE agency = $1
