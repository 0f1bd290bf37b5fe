DELETE FROM blob_chunk WHERE agency = $1 AND sha256 = $2
