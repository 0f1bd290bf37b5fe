-- The journal: the truth of the agency. Rows are added, never changed and never removed.
-- Text is compared byte by byte (COLLATE "C"), as on SQLite, so that lists have the same order everywhere.

-- The migrations that were applied; `hash` is SHA-256 of the file, because an applied migration is never edited.
CREATE TABLE schema_migration (
  number     BIGINT NOT NULL PRIMARY KEY,
  name       TEXT COLLATE "C" NOT NULL,
  hash       BYTEA NOT NULL,
  applied_at BIGINT NOT NULL
);

-- The agency whose journal this is.
CREATE TABLE installation (
  agency     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  founded_at BIGINT NOT NULL
);

-- One event. `position` is the order of writing; `bytes` is the canonical envelope;
-- `hash` is SHA-256 over the hash of the event before it in its stream and `bytes`.
CREATE TABLE journal_event (
  agency   TEXT COLLATE "C" NOT NULL,
  stream   TEXT COLLATE "C" NOT NULL,
  version  BIGINT NOT NULL CHECK (version > 0),
  position BIGINT GENERATED ALWAYS AS IDENTITY,
  bytes    TEXT NOT NULL,
  hash     BYTEA NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (agency, stream, version)
);
CREATE UNIQUE INDEX journal_event_position ON journal_event (agency, position);

CREATE FUNCTION refuse_journal_change() RETURNS trigger LANGUAGE plpgsql AS
'BEGIN RAISE EXCEPTION ''an event is never changed or removed''; END';

CREATE TRIGGER journal_event_never_changes BEFORE UPDATE OR DELETE ON journal_event
FOR EACH ROW EXECUTE FUNCTION refuse_journal_change();

-- Events that are no leaf yet. A row comes with its event and goes when the event becomes a leaf. A marker on the
-- position would not do: a transaction that took a lower position may commit after one that took a higher.
CREATE TABLE event_without_leaf (
  agency   TEXT COLLATE "C" NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (agency, position)
);

-- Where each stream ends: the place of the compare-and-set.
CREATE TABLE stream_head (
  agency  TEXT COLLATE "C" NOT NULL,
  stream  TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  hash    BYTEA NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (agency, stream)
);

-- The leaf of the Merkle tree that an event became.
CREATE TABLE journal_leaf (
  agency  TEXT COLLATE "C" NOT NULL,
  leaf    BIGINT NOT NULL CHECK (leaf >= 0),
  stream  TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  hash    BYTEA NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (agency, leaf),
  UNIQUE (agency, stream, version),
  FOREIGN KEY (agency, stream, version) REFERENCES journal_event (agency, stream, version)
);

-- A signed head of the Merkle tree over the leaves below `size`.
CREATE TABLE checkpoint (
  agency TEXT COLLATE "C" NOT NULL,
  size   BIGINT NOT NULL,
  root   BYTEA NOT NULL CHECK (length(root) = 32),
  note   TEXT NOT NULL,
  at     BIGINT NOT NULL,
  PRIMARY KEY (agency, size)
);
