DELETE FROM case_summary WHERE agency = $1
