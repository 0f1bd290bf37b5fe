-- The journal: the truth of the agency. Rows are added, never changed and never removed.

-- The migrations that were applied; `hash` is SHA-256 of the file, because an applied migration is never edited.
CREATE TABLE schema_migration (
  number     INTEGER NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  hash       BLOB NOT NULL,
  applied_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The agency whose journal this is.
CREATE TABLE installation (
  agency     TEXT NOT NULL PRIMARY KEY,
  founded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One event. `position` is the order of writing; `bytes` is the canonical envelope;
-- `hash` is SHA-256 over the hash of the event before it in its stream and `bytes`.
CREATE TABLE journal_event (
  agency   TEXT NOT NULL,
  stream   TEXT NOT NULL,
  version  INTEGER NOT NULL CHECK (version > 0),
  position INTEGER PRIMARY KEY,
  bytes    TEXT NOT NULL,
  hash     BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (agency, stream, version)
) STRICT;

CREATE TRIGGER journal_event_never_changes BEFORE UPDATE ON journal_event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;

CREATE TRIGGER journal_event_never_goes BEFORE DELETE ON journal_event
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;

-- Where each stream ends: the place of the compare-and-set.
CREATE TABLE stream_head (
  agency  TEXT NOT NULL,
  stream  TEXT NOT NULL,
  version INTEGER NOT NULL,
  hash    BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (agency, stream)
) STRICT, WITHOUT ROWID;

-- The leaf of the Merkle tree that an event became.
CREATE TABLE journal_leaf (
  agency  TEXT NOT NULL,
  leaf    INTEGER NOT NULL CHECK (leaf >= 0),
  stream  TEXT NOT NULL,
  version INTEGER NOT NULL,
  hash    BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (agency, leaf),
  UNIQUE (agency, stream, version),
  FOREIGN KEY (agency, stream, version) REFERENCES journal_event (agency, stream, version)
) STRICT, WITHOUT ROWID;

-- A signed head of the Merkle tree over the leaves below `size`.
CREATE TABLE checkpoint (
  agency TEXT NOT NULL,
  size   INTEGER NOT NULL,
  root   BLOB NOT NULL CHECK (length(root) = 32),
  note   TEXT NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (agency, size)
) STRICT, WITHOUT ROWID;
