DELETE FROM blob WHERE agency = $1 AND sha256 = $2
