SELECT token_hash, account, csrf_token, opened_at, expires_at
FROM session
WHERE agency = $1 AND token_hash = $2
