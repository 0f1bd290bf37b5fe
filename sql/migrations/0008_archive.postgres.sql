-- Who else needs a content is asked for each content of a destruction.

CREATE INDEX case_file_by_hash ON case_file (agency, sha256, case_id);
