-- The vault: what cannot be rebuilt from the journal and needs no proof.

CREATE TABLE credential (
  agency        TEXT NOT NULL,
  account       TEXT NOT NULL,
  username      TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  failures      INTEGER NOT NULL,
  locked_until  INTEGER,
  must_change   INTEGER NOT NULL,
  PRIMARY KEY (agency, account),
  UNIQUE (agency, username)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  agency     TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  account    TEXT NOT NULL,
  csrf_token TEXT NOT NULL,
  opened_at  INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (agency, token_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_account ON session (agency, account);
CREATE INDEX session_by_end ON session (agency, expires_at);

CREATE TABLE kept_answer (
  agency       TEXT NOT NULL,
  account      TEXT NOT NULL,
  key          TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  answer       TEXT NOT NULL,
  kept_at      INTEGER NOT NULL,
  PRIMARY KEY (agency, account, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_answer_by_age ON kept_answer (agency, kept_at);
