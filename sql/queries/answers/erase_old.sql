DELETE FROM kept_answer WHERE agency = $1 AND kept_at < $2
