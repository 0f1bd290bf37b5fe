-- File content for installations of many nodes, in pieces of at most 1 MiB. On one machine it stays in the data folder.

CREATE TABLE blob (
  agency  TEXT COLLATE "C" NOT NULL,
  sha256  TEXT COLLATE "C" NOT NULL,
  size    BIGINT NOT NULL,
  PRIMARY KEY (agency, sha256)
);

CREATE TABLE blob_chunk (
  agency TEXT COLLATE "C" NOT NULL,
  sha256 TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  bytes  BYTEA NOT NULL,
  PRIMARY KEY (agency, sha256, number),
  FOREIGN KEY (agency, sha256) REFERENCES blob (agency, sha256)
);
ALTER TABLE blob_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
