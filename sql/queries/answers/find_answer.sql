SELECT account, key, request_hash, answer, kept_at
FROM kept_answer
WHERE agency = $1 AND account = $2 AND key = $3
