SELECT case_id, sha256, name, media_type, size
FROM case_file
WHERE agency = $1 AND case_id = $2 AND sha256 = $3
