DELETE FROM session WHERE agency = $1 AND expires_at <= $2
