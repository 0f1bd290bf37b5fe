INSERT INTO credential (agency, account, username, password_hash, failures, locked_until, must_change)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (agency, account) DO UPDATE SET
  username = excluded.username, password_hash = excluded.password_hash, failures = excluded.failures,
  locked_until = excluded.locked_until, must_change = excluded.must_change
