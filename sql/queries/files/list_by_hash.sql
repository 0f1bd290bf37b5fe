SELECT case_id, sha256, name, media_type, size
FROM case_file
WHERE agency = $1 AND sha256 = $2
ORDER BY case_id
