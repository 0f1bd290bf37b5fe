INSERT INTO session (agency, token_hash, account, csrf_token, opened_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (agency, token_hash) DO UPDATE SET
  account = excluded.account, csrf_token = excluded.csrf_token, opened_at = excluded.opened_at,
  expires_at = excluded.expires_at
