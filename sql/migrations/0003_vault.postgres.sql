-- The vault: what cannot be rebuilt from the journal and needs no proof.

CREATE TABLE credential (
  agency        TEXT COLLATE "C" NOT NULL,
  account       TEXT COLLATE "C" NOT NULL,
  username      TEXT COLLATE "C" NOT NULL,
  password_hash TEXT COLLATE "C" NOT NULL,
  failures      BIGINT NOT NULL,
  locked_until  BIGINT,
  must_change   BIGINT NOT NULL,
  PRIMARY KEY (agency, account),
  UNIQUE (agency, username)
);

CREATE TABLE session (
  agency     TEXT COLLATE "C" NOT NULL,
  token_hash TEXT COLLATE "C" NOT NULL,
  account    TEXT COLLATE "C" NOT NULL,
  csrf_token TEXT COLLATE "C" NOT NULL,
  opened_at  BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (agency, token_hash)
);
CREATE INDEX session_by_account ON session (agency, account);
CREATE INDEX session_by_end ON session (agency, expires_at);

CREATE TABLE kept_answer (
  agency       TEXT COLLATE "C" NOT NULL,
  account      TEXT COLLATE "C" NOT NULL,
  key          TEXT COLLATE "C" NOT NULL,
  request_hash TEXT COLLATE "C" NOT NULL,
  answer       TEXT COLLATE "C" NOT NULL,
  kept_at      BIGINT NOT NULL,
  PRIMARY KEY (agency, account, key)
);
CREATE INDEX kept_answer_by_age ON kept_answer (agency, kept_at);
