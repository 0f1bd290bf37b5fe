DELETE FROM session WHERE agency = $1 AND token_hash = $2
