SELECT account, username, password_hash, failures, locked_until, must_change
FROM credential
WHERE agency = $1 AND account = $2
